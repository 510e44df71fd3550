import { earlierOf, type Instant } from '../time.ts';
import type { Consent, ConsentVersion } from './state.ts';
import type { ConsentInformation, ConsentKind, ConsentPurpose, RecipientClass } from './vocabulary.ts';

/** Who would receive something: by code, with the classes it belongs to, and the intermediary it would come through. */
export interface Recipient {
  readonly recipientId: string;
  readonly classes: readonly RecipientClass[];
  readonly intermediaryId?: string;
}

export type ConsentAnswer =
  | {
      readonly holds: true;
      readonly consentId: string;
      readonly version: number;
      /** Courts, monitoring and counselling notes: a person releases each of it, no rule (42 CFR 2.35). */
      readonly humanRelease: boolean;
    }
  | { readonly holds: false; readonly because: Refusal };

/** How far the closest consent went. */
export type Refusal = 'no-consent' | 'not-in-force' | 'other-recipient' | 'other-purpose' | 'other-information';

/**
 * Whether one consent covers all of it at this moment: recipient, purpose, kind of information, and time. Consents do
 * not add up, and none covers more than it names. Asked at each delivery, and again when something is delivered anew:
 * a revocation holds from its moment on, and leaves what came before.
 */
export function consentHolds(
  consents: readonly Consent[],
  recipient: Recipient,
  purpose: ConsentPurpose,
  information: ConsentInformation,
  at: Instant,
): ConsentAnswer {
  const inForce = consents.flatMap((consent) => versionAt(consent, at) ?? []);
  const theirs = inForce.filter((version) => isFor(version, recipient));
  const forIt = theirs.filter(({ purposes }) => purposes.includes(purpose));
  const [found] = forIt.filter((version) => covers(version, information));
  if (found) {
    const { consentId, version, kind } = found;
    return { holds: true, consentId, version, humanRelease: releasedByPeople.includes(kind) };
  }
  const because: Refusal =
    consents.length === 0
      ? 'no-consent'
      : inForce.length === 0
        ? 'not-in-force'
        : theirs.length === 0
          ? 'other-recipient'
          : forIt.length === 0
            ? 'other-purpose'
            : 'other-information';
  return { holds: false, because };
}

const releasedByPeople: readonly ConsentKind[] = ['criminal-justice', 'legal-proceedings', 'counselling-notes'];

/** The version that is in force at a moment. */
function versionAt({ versions, ended }: Consent, at: Instant): ConsentVersion | undefined {
  const signed = versions.findLast(({ signedAt }) => signedAt <= at);
  if (signed === undefined) return undefined;
  const expiresAt = signed.expires.on === 'date' ? signed.expires.at : '~';
  return at < earlierOf(expiresAt, ended?.at ?? '~') ? signed : undefined;
}

const isFor = ({ recipients, intermediaryId }: ConsentVersion, recipient: Recipient): boolean =>
  intermediaryId === recipient.intermediaryId &&
  recipients.some(
    (one) =>
      one.recipientId === recipient.recipientId ||
      (one.recipientId === undefined && one.class !== undefined && recipient.classes.includes(one.class)),
  );

const covers = ({ information }: ConsentVersion, asked: ConsentInformation): boolean =>
  information.includes(asked) || (information.includes('whole-record') && asked !== 'counselling-notes');
