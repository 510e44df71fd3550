import type { Instant } from '../time.ts';
import type { LivingSituationCode } from './vocabulary.ts';

export interface PersonCommands {
  /** Since when it is known. No outcome is ever asked for: its end is all that care needs. */
  RecordPregnancy: { readonly pregnancyId: string; readonly from: Instant };
  EndPregnancy: { readonly pregnancyId: string; readonly at: Instant };
  RecordNaloxoneProvided: { readonly at: Instant; readonly kits: number };
  RecordLivingSituation: {
    readonly at: Instant;
    readonly situation: LivingSituationCode;
    /** Whether the person is safe there and supported in recovery, where somebody asked. */
    readonly safe?: boolean;
  };
}

export const personCommandTypes = [
  'RecordPregnancy',
  'EndPregnancy',
  'RecordNaloxoneProvided',
  'RecordLivingSituation',
] as const satisfies readonly (keyof PersonCommands)[];
