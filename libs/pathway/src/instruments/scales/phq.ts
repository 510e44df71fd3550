import { alike, inBands, noOrYes, sum, upTo, type Answers, type Bands, type Instrument } from '../instrument.ts';

const symptoms = [
  'interest',
  'low-mood',
  'sleep',
  'energy',
  'appetite',
  'self-worth',
  'concentration',
  'movement',
  'better-off-dead',
];
const difficulty = { difficulty: { allowed: upTo(3), optional: true } } as const;

/** 5, 10, 15 and 20 of 27 (Kroenke, Spitzer, Williams, J Gen Intern Med 2001;16:606). */
const bands: Bands = [
  [0, 'minimal'],
  [5, 'mild'],
  [10, 'moderate'],
  [15, 'moderately-severe'],
  [20, 'severe'],
];

const depression = (answers: Answers) => inBands(sum(answers, symptoms), bands);
const positive = (answers: Answers, ...items: readonly string[]): { readonly suicideItem?: true } =>
  items.some((item) => (answers[item] ?? 0) > 0) ? { suicideItem: true } : {};

/** Patient Health Questionnaire, nine symptoms of the last two weeks, 0 (not at all) to 3 (nearly every day). */
export const phq9: Instrument = {
  title: 'PHQ-9',
  onlyFor: { age: 'adult', otherwise: 'phq-a' },
  items: { ...alike(symptoms, upTo(3)), ...difficulty },
  score: (answers) => ({ ...depression(answers), ...positive(answers, 'better-off-dead') }),
};

/**
 * The same for adolescents, with the same bands, and two questions more about suicide
 * (PHQ-9 modified for adolescents; Johnson, Harris, Spitzer, Williams, J Adolesc Health 2002;30:196).
 */
export const phqA: Instrument = {
  title: 'PHQ-A',
  onlyFor: { age: 'adolescent', otherwise: 'phq-9' },
  items: {
    ...alike(symptoms, upTo(3)),
    ...difficulty,
    'low-mood-most-of-past-year': { allowed: noOrYes, optional: true },
    'thoughts-of-ending-life-past-month': { allowed: noOrYes, optional: true },
    'attempted-suicide-ever': { allowed: noOrYes, optional: true },
  },
  score: (answers) => ({
    ...depression(answers),
    ...positive(answers, 'better-off-dead', 'thoughts-of-ending-life-past-month', 'attempted-suicide-ever'),
  }),
};
