import { inBands, sum, type Bands, type Instrument, type Item } from '../instrument.ts';

/** Each sign has points of its own: a pulse, for one, gives 0, 1, 2 or 4. */
const signs: Readonly<Record<string, Item>> = {
  'resting-pulse': { allowed: [0, 1, 2, 4] },
  sweating: { allowed: [0, 1, 2, 3, 4] },
  restlessness: { allowed: [0, 1, 3, 5] },
  'pupil-size': { allowed: [0, 1, 2, 5] },
  'bone-or-joint-aches': { allowed: [0, 1, 2, 4] },
  'runny-nose-or-tearing': { allowed: [0, 1, 2, 4] },
  'gi-upset': { allowed: [0, 1, 2, 3, 5] },
  tremor: { allowed: [0, 1, 2, 4] },
  yawning: { allowed: [0, 1, 2, 4] },
  'anxiety-or-irritability': { allowed: [0, 1, 2, 4] },
  'gooseflesh-skin': { allowed: [0, 3, 5] },
};

/** 5 to 12 mild, 13 to 24 moderate, 25 to 36 moderately severe, above that severe (Wesson and Ling 2003). */
const bands: Bands = [
  [0, 'none'],
  [5, 'mild'],
  [13, 'moderate'],
  [25, 'moderately-severe'],
  [37, 'severe'],
];

/** Clinical opiate withdrawal scale: eleven signs (Wesson and Ling, J Psychoactive Drugs 2003;35:253). */
export const cows: Instrument = {
  title: 'COWS',
  items: signs,
  score: (answers) => inBands(sum(answers, Object.keys(signs)), bands),
};
