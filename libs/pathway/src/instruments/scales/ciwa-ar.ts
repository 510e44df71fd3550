import { alike, inBands, sum, upTo, type Bands, type Instrument } from '../instrument.ts';

const signs = [
  'nausea-vomiting',
  'tremor',
  'sweats',
  'anxiety',
  'agitation',
  'tactile-disturbances',
  'auditory-disturbances',
  'visual-disturbances',
  'headache',
];

/** Below 10 mild, 10 to 18 moderate, from 19 severe (ASAM, Alcohol Withdrawal Management guideline 2020, table 1). */
const bands: Bands = [
  [0, 'mild'],
  [10, 'moderate'],
  [19, 'severe'],
];

/**
 * Clinical institute withdrawal assessment for alcohol, revised: ten signs, nine of 0 to 7 and orientation of 0 to 4
 * (Sullivan, Sykora, Schneiderman, Naranjo, Sellers, Br J Addict 1989;84:1353).
 */
export const ciwaAr: Instrument = {
  title: 'CIWA-Ar',
  items: { ...alike(signs, upTo(7)), orientation: { allowed: upTo(4) } },
  score: (answers) => inBands(sum(answers, [...signs, 'orientation']), bands),
};
