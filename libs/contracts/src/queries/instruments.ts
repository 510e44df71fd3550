import { asamCodes, instruments, type InstrumentCode } from '@stepway/pathway';

/** One question of a questionnaire or scale. */
export interface InstrumentQuestion {
  readonly id: string;
  /** The points that an answer may give. */
  readonly allowed: readonly number[];
  readonly optional: boolean;
  /** Asked only if this other question was answered with more than none. */
  readonly onlyAfter?: string;
}

/** The questions in their published order: what `answers` of RecordInstrument may hold. */
export const questionsOf = (instrument: InstrumentCode): readonly InstrumentQuestion[] =>
  Object.entries(instruments[instrument].items).map(([id, { allowed, optional, onlyAfter }]) => ({
    id,
    allowed,
    optional: optional ?? false,
    ...(onlyAfter === undefined ? {} : { onlyAfter }),
  }));

/** What a dimension may need at least, by the 4th edition of the ASAM Criteria: nothing, any level, to be evaluated, or a level. */
export const minimumLevels: readonly string[] = [...new Set(['0', 'ANY', 'EVAL', ...asamCodes[4]])];
