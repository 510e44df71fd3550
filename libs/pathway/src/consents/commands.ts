import type { Instant } from '../time.ts';
import type {
  ConsentEndingEvent,
  ConsentInformation,
  ConsentKind,
  ConsentPurpose,
  ConsentSigner,
  ConsentStatement,
  Discloser,
  RecipientClass,
  RevocationCause,
} from './vocabulary.ts';

/** A person or an entity by the code under which it is known here, or a class of persons. */
export interface ConsentRecipient<Text> {
  readonly recipientId?: string;
  readonly class?: RecipientClass;
  readonly name?: Text;
}

export interface ConsentSignature<Text> {
  readonly who: ConsentSigner;
  readonly name?: Text;
}

export type ConsentExpiry =
  | { readonly on: 'date'; readonly at: Instant }
  | { readonly on: 'event'; readonly event: ConsentEndingEvent }
  | { readonly on: 'never' };

/** The elements of a written consent (42 CFR 2.31). */
export interface ConsentGiven<Text> {
  readonly consentId: string;
  readonly kind: ConsentKind;
  readonly discloser: Discloser;
  readonly discloserName?: Text;
  /** Where it goes through an intermediary, the participants who receive it from there. */
  readonly recipients: readonly ConsentRecipient<Text>[];
  readonly intermediaryId?: string;
  readonly intermediaryName?: Text;
  readonly purposes: readonly ConsentPurpose[];
  readonly information: readonly ConsentInformation[];
  /** The words of the form about what may be told. */
  readonly description?: Text;
  readonly statements: readonly ConsentStatement[];
  readonly expires: ConsentExpiry;
  readonly signedAt: Instant;
  readonly signatures: readonly ConsentSignature<Text>[];
  /** Of criminal justice only: it may not be revoked before (42 CFR 2.35). */
  readonly revocableFrom?: Instant;
}

export interface ConsentCommands<Text> {
  /** The same id with a later signature is its next version. */
  GiveConsent: ConsentGiven<Text>;
  RevokeConsent: { readonly consentId: string; readonly at: Instant; readonly cause: RevocationCause };
}

export const consentCommandTypes = [
  'GiveConsent',
  'RevokeConsent',
] as const satisfies readonly (keyof ConsentCommands<unknown>)[];
