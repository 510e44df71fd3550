import type { ConsentGiven } from './commands.ts';
import type { ConsentInformation, ConsentKind, ConsentPurpose } from './vocabulary.ts';

export type ConsentElement =
  | 'recipients'
  | 'purposes'
  | 'information'
  | 'right-to-revoke'
  | 'redisclosure'
  | 'consequences-of-refusal'
  | 'expiry'
  | 'discloser-name'
  | 'intermediary-participants';

type Given = ConsentGiven<unknown>;

/** The elements of 42 CFR 2.31(a) that a consent does not have; the signature is asked for by itself. */
export function missingElements(consent: Given): readonly ConsentElement[] {
  const { kind, recipients, purposes, information, statements, expires, discloser, discloserName } = consent;
  const missing: (ConsentElement | false)[] = [
    discloser === 'named' && discloserName === undefined && 'discloser-name',
    recipients.length === 0 && (consent.intermediaryId === undefined ? 'recipients' : 'intermediary-participants'),
    recipients.some((one) => one.recipientId === undefined && one.class === undefined) && 'recipients',
    purposes.length === 0 && 'purposes',
    information.length === 0 && 'information',
    !statements.includes('right-to-revoke') && 'right-to-revoke',
    // Who receives it for treatment, payment or operations may pass it on, and the patient is told so.
    kind === 'tpo' && !statements.includes('redisclosure') && 'redisclosure',
    kind === 'tpo' && !statements.includes('consequences-of-refusal') && 'consequences-of-refusal',
    kind !== 'tpo' && expires.on === 'never' && 'expiry',
  ];
  return missing.filter((element) => element !== false);
}

/** The field that asks for what may not stand in a consent of this kind (42 CFR 2.31(b) to (d), 2.35). */
export function notCombinable(consent: Given): string | undefined {
  const { purposes, information, recipients } = consent;
  const scope = scopes[consent.kind];
  if (purposes.some((purpose) => !scope.purposes(purpose))) return 'purposes';
  if (information.some((kind) => !scope.information(kind))) return 'information';
  if (consent.kind === 'single-recipient' && consent.intermediaryId === undefined && recipients.length > 1)
    return 'recipients';
  if (consent.revocableFrom !== undefined && consent.kind !== 'criminal-justice') return 'revocableFrom';
  return undefined;
}

interface Scope {
  readonly purposes: (purpose: ConsentPurpose) => boolean;
  readonly information: (kind: ConsentInformation) => boolean;
}

const forTpo: readonly ConsentPurpose[] = ['treatment', 'payment', 'operations'];
const forLaw: readonly ConsentPurpose[] = ['legal-proceeding', 'criminal-justice-monitoring'];
/** What a person with a duty to monitor needs: that somebody attends, not what is said there. */
const forMonitoring: readonly ConsentInformation[] = ['attendance', 'level-of-care', 'drug-test-results', 'discharge'];
const withoutNotes = (kind: ConsentInformation): boolean => kind !== 'counselling-notes';

const scopes: Readonly<Record<ConsentKind, Scope>> = {
  tpo: { purposes: (purpose) => forTpo.includes(purpose), information: withoutNotes },
  'single-recipient': { purposes: (purpose) => !forLaw.includes(purpose), information: withoutNotes },
  'criminal-justice': {
    purposes: (purpose) => purpose === 'criminal-justice-monitoring',
    information: (kind) => forMonitoring.includes(kind),
  },
  'legal-proceedings': { purposes: (purpose) => purpose === 'legal-proceeding', information: withoutNotes },
  'counselling-notes': {
    purposes: (purpose) => !forLaw.includes(purpose),
    information: (kind) => kind === 'counselling-notes',
  },
};
