import type { InstrumentCode } from '@stepway/pathway';
import { chance, type Chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

type Answers = Readonly<Record<string, number>>;

const everyDays = 28;
/** Soon after an arrival at a level the questions are asked again. */
const afterArrival = 4;

/**
 * Mood, worry and use in the person's own words, at admission, each month, and soon after a move. Nobody thinks of dying:
 * what staff do then is not simulated.
 */
export function answers(day: Day): readonly Plan[] {
  const { person, number, dayOfStay, date, away } = day;
  if (away || (number % everyDays !== 1 && dayOfStay !== afterArrival)) return [];
  const draw = chance('questionnaires', person.key, date);
  // Invented: most fare a little better with time, from a beginning of their own.
  const burden = Math.max(0.08, chance('burden', person.key).int(25, 75) / 100 - number / 500);
  const depression = person.ageGroup === 'adult' ? 'phq-9' : 'phq-a';
  return [
    asked(day, depression, { ...several(phq, burden, 3, draw), 'better-off-dead': 0 }),
    asked(day, 'gad-7', several(gad, burden, 3, draw)),
    asked(day, 'bam', monitor(burden, draw)),
  ];
}

const phq = ['interest', 'low-mood', 'sleep', 'energy', 'appetite', 'self-worth', 'concentration', 'movement'];
const gad = ['nervous', 'worry-control', 'worry-much', 'relaxing', 'restless', 'irritable', 'afraid'];
const risk = ['physical-health', 'sleep', 'low-mood-days', 'craving', 'risky-situation-days', 'family-trouble'];
const protective = ['confidence', 'self-help-days', 'spirituality', 'work-or-school-days', 'supportive-contact-days'];

const several = (items: readonly string[], burden: number, most: number, draw: Chance): Answers =>
  Object.fromEntries(items.map((item) => [item, near(burden * most, most, draw)]));
const near = (expected: number, most: number, draw: Chance): number =>
  Math.min(most, Math.max(0, Math.round(expected + draw.int(-10, 10) / 10)));

/** Brief addiction monitor: the last 30 days in five steps. */
function monitor(burden: number, draw: Chance): Answers {
  const alcohol = draw.happens(30) ? draw.int(1, 2) : 0;
  return {
    ...several(risk, burden, 4, draw),
    ...several(protective, 1 - burden, 4, draw),
    'enough-income': draw.happens(55) ? 4 : 0,
    'alcohol-days': alcohol,
    'heavy-drinking-days': Math.max(0, alcohol - 1),
    'drug-days': draw.happens(35) ? draw.int(1, 2) : 0,
    progress: near((1 - burden) * 4, 4, draw),
  };
}

const asked = ({ person, date, at }: Day, instrument: InstrumentCode, given: Answers): Plan => ({
  at: at(12),
  key: `${instrument}.${date}`,
  actor: simulatedActor('therapist'),
  wish: {
    type: 'RecordInstrument',
    fields: { instrumentId: `${person.key}.${instrument}.${date}`, instrument, at: at(11.5), answers: given },
  },
});
