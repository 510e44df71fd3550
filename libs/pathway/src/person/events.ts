import type { Sealed } from '../sealed.ts';
import type { PersonCommands } from './commands.ts';

export interface PersonEvents {
  PregnancyRecorded: PersonCommands['RecordPregnancy'] & { readonly reason?: Sealed };
  PregnancyEnded: PersonCommands['EndPregnancy'] & { readonly reason?: Sealed };
  NaloxoneProvided: PersonCommands['RecordNaloxoneProvided'] & { readonly reason?: Sealed };
  LivingSituationRecorded: PersonCommands['RecordLivingSituation'] & { readonly reason?: Sealed };
}

export const personEventTypes = [
  'PregnancyRecorded',
  'PregnancyEnded',
  'NaloxoneProvided',
  'LivingSituationRecorded',
] as const satisfies readonly (keyof PersonEvents)[];
