import { alike, inBands, sum, upTo, type Bands, type Instrument } from '../instrument.ts';

const symptoms = ['nervous', 'worry-control', 'worry-much', 'relaxing', 'restless', 'irritable', 'afraid'];

/** 5, 10 and 15 of 21 (Spitzer, Kroenke, Williams, Löwe, Arch Intern Med 2006;166:1092). */
const bands: Bands = [
  [0, 'minimal'],
  [5, 'mild'],
  [10, 'moderate'],
  [15, 'severe'],
];

/** Generalised anxiety, seven symptoms of the last two weeks, 0 (not at all) to 3 (nearly every day). */
export const gad7: Instrument = {
  title: 'GAD-7',
  items: { ...alike(symptoms, upTo(3)), difficulty: { allowed: upTo(3), optional: true } },
  score: (answers) => inBands(sum(answers, symptoms), bands),
};
