import type { Instant } from '../time.ts';
import type { ContactCommands } from './commands.ts';
import type { ContactEvents } from './events.ts';

export type OutreachTold = ContactCommands['RecordOutreach'];

export interface Outreach extends OutreachTold {
  readonly recordedAt: Instant;
  readonly eventId: string;
}

export type LostContact = ContactEvents['ContactLost'] & { readonly eventId: string };

export interface ContactState {
  /** In the order in which it was told. */
  readonly outreach: readonly Outreach[];
  readonly lostContact: readonly LostContact[];
}

export const noContact: ContactState = { outreach: [], lostContact: [] };
