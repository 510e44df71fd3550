import type { Instant } from '../time.ts';
import type { PersonCommands } from './commands.ts';

export interface Pregnancy {
  readonly pregnancyId: string;
  readonly from: Instant;
  readonly to?: Instant;
  readonly recordedAt: Instant;
  readonly eventId: string;
  readonly endEventId?: string;
}

export type LivingSituation = PersonCommands['RecordLivingSituation'] & { readonly eventId: string };
export type Naloxone = PersonCommands['RecordNaloxoneProvided'] & { readonly eventId: string };

export interface PersonState {
  readonly pregnancies: readonly Pregnancy[];
  readonly naloxone: readonly Naloxone[];
  /** In the order in which they were recorded. */
  readonly livingSituations: readonly LivingSituation[];
}

export const nothingOfThePerson: PersonState = { pregnancies: [], naloxone: [], livingSituations: [] };
