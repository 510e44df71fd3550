import type { AgeGroup, InstrumentCode } from '@stepway/pathway';
import type { Chance } from '../chance.ts';

type Answers = Readonly<Record<string, number>>;
type Asked = Extract<InstrumentCode, 'phq-9' | 'phq-a' | 'gad-7' | 'bam'>;

/** Mood, worry, and use in the person's own words: the questionnaires of somebody of this age. */
export const questionnairesFor = (ageGroup: AgeGroup): readonly [Asked, Asked, Asked] => [
  ageGroup === 'adult' ? 'phq-9' : 'phq-a',
  'gad-7',
  'bam',
];

/**
 * Invented answers of somebody on whom everything weighs so much (0 to 1). Nobody thinks of dying: what staff do then is
 * not simulated.
 */
export function answersTo(instrument: Asked, burden: number, draw: Chance): Answers {
  switch (instrument) {
    case 'phq-9':
    case 'phq-a':
      return { ...several(phq, burden, 3, draw), 'better-off-dead': 0 };
    case 'gad-7':
      return several(gad, burden, 3, draw);
    case 'bam':
      return monitor(burden, draw);
  }
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
