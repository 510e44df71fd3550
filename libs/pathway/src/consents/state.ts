import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { ConsentGiven } from './commands.ts';
import type { RevocationCause } from './vocabulary.ts';

/** A consent as it was signed; a later one takes its place from its own signature on. */
export type ConsentVersion = ConsentGiven<Sealed> & {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly eventId: string;
};

export interface Consent {
  readonly consentId: string;
  /** By their signatures. */
  readonly versions: readonly ConsentVersion[];
  readonly ended?: {
    readonly at: Instant;
    readonly cause: RevocationCause | 'expired' | 'end-of-treatment';
    readonly eventId: string;
  };
}

export interface ConsentsState {
  readonly consents: readonly Consent[];
}

export const noConsents: ConsentsState = { consents: [] };

/** The version signed last. */
export const lastVersion = ({ versions }: Consent): ConsentVersion | undefined => versions.at(-1);
