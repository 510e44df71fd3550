import { drugClasses } from '@stepway/pathway';
import { analytes } from './meaning.ts';

const others = [
  'opiate', 'opioid', 'benzo', 'cannabinoid', 'marijuana', 'thc', 'amphetamine', 'methamphetamine', 'barbiturate',
  'benzodiazepine', 'oxy', 'etg', 'ets', 'ecstasy', '6-am', '6-mam', '6-monoacetylmorphine', 'tox', 'toxicology', 'uds',
  'spice', 'kratom', 'tricyclic', 'propoxyphene', 'suboxone', 'ethyl', 'nicotine', 'cotinine',
]; // prettier-ignore
const phrases = /\bdrugs?[\s-](screen|test|panel|confirm)|\bdrugs? of\b|\burine drug|\bdrug monitor/;

/** The classes, and the analytes of the table, as people write them. */
const words: ReadonlySet<string> = new Set([
  ...others,
  ...drugClasses.filter((one) => one !== 'other' && one !== 'other-sedatives'),
  ...analytes.filter((analyte) => !analyte.startsWith('other-')),
]);

/** Whether the name of a test sounds like that of a drug: no meaning, only that somebody has to look. */
export function soundsLikeADrug(name: string): boolean {
  const text = name.slice(0, 200).toLowerCase();
  return (
    phrases.test(text) ||
    text
      .split(/[^a-z0-9-]+/)
      .some((word) => words.has(word) || words.has(`${word}s`) || words.has(word.replace(/s$/, '')))
  );
}
