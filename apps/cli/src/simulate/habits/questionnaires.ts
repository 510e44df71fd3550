import type { InstrumentCode } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import { answersTo, questionnairesFor } from '../../simulated/questionnaires.ts';
import type { Day } from '../day.ts';

const everyDays = 28;
/** Soon after an arrival at a level the questions are asked again. */
const afterArrival = 4;

/** Mood, worry and use in the person's own words, at admission, each month, and soon after a move. */
export function answers(day: Day): readonly Plan[] {
  const { person, number, dayOfStay, date, away } = day;
  if (away || (number % everyDays !== 1 && dayOfStay !== afterArrival)) return [];
  const draw = chance('questionnaires', person.key, date);
  // Invented: most fare a little better with time, from a beginning of their own.
  const burden = Math.max(0.08, chance('burden', person.key).int(25, 75) / 100 - number / 500);
  return questionnairesFor(person.ageGroup).map((instrument) =>
    asked(day, instrument, answersTo(instrument, burden, draw)),
  );
}

const asked = (
  { person, date, at }: Day,
  instrument: InstrumentCode,
  answers: Readonly<Record<string, number>>,
): Plan => ({
  at: at(12),
  key: `${instrument}.${date}`,
  actor: simulatedActor('therapist'),
  wish: {
    type: 'RecordInstrument',
    fields: { instrumentId: `${person.key}.${instrument}.${date}`, instrument, at: at(11.5), answers },
  },
});
