import type { CommandFields, CommandOf } from '../commands.ts';
import type { InstrumentCode } from '../instruments/instrument.ts';
import { instruments } from '../instruments/scales.ts';
import type { LivingSituationCode } from '../person/vocabulary.ts';
import type { Instant } from '../time.ts';
import { said } from './commands.ts';

/** Commands about the person: questionnaires, pregnancy, naloxone, where they live. */
export const pregnant = (
  from: Instant,
  fields: Partial<CommandOf<'RecordPregnancy'>> = {},
): CommandOf<'RecordPregnancy'> => ({
  type: 'RecordPregnancy',
  ...said(from, 'nurse'),
  pregnancyId: 'p1',
  from,
  ...fields,
});

export const pregnancyEnded = (at: Instant, pregnancyId = 'p1'): CommandOf<'EndPregnancy'> => ({
  type: 'EndPregnancy',
  ...said(at, 'nurse'),
  pregnancyId,
  at,
});

export const naloxoneGiven = (at: Instant): CommandOf<'RecordNaloxoneProvided'> => ({
  type: 'RecordNaloxoneProvided',
  ...said(at, 'nurse'),
  at,
  kits: 1,
});

export const lives = (
  situation: LivingSituationCode,
  at: Instant,
  safe?: boolean,
): CommandOf<'RecordLivingSituation'> => ({
  type: 'RecordLivingSituation',
  ...said(at),
  at,
  situation,
  ...(safe !== undefined && { safe }),
});

type Answers = CommandFields['RecordInstrument']['answers'];

/** Every question that is asked of everyone, answered with none, but for those that are named. */
export function answered(instrument: InstrumentCode, answers: Answers = {}): Answers {
  const none = Object.entries(instruments[instrument].items).flatMap(([item, { optional, onlyAfter }]) =>
    optional === true || onlyAfter !== undefined ? [] : [[item, 0] as const],
  );
  return { ...Object.fromEntries(none), ...answers };
}

export const asked = (
  instrument: InstrumentCode,
  answers: Answers,
  at: Instant,
  fields: Partial<CommandOf<'RecordInstrument'>> = {},
): CommandOf<'RecordInstrument'> => ({
  type: 'RecordInstrument',
  ...said(at, 'nurse'),
  instrumentId: `${instrument}-${at}`,
  instrument,
  at,
  answers: answered(instrument, answers),
  ...fields,
});
