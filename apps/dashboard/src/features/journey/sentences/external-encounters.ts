import { drugClassWords } from '../../../marks/dispositions.ts';
import { listInWords } from '../../../texts/in-language.ts';
import type { DataOf } from '../care-events.ts';
import { externalEncounterWords } from '../words/external-encounters.ts';
import { medicationWords } from '../words/medications.ts';
import type { Sentences } from './telling.ts';

export const externalEncounterSentences = {
  ExternalEncounterRecorded: ({ kind, from, to, drugsGiven }, { day }) => {
    const drugs = drugsGiven === undefined ? 'not known yet' : drugsGiven === 'none' ? 'none' : inWords(drugsGiven);
    return `${externalEncounterWords[kind]}, ${day(from)}${to === undefined ? '' : ` to ${day(to)}`}; drugs given: ${drugs}.`;
  },
} satisfies Partial<Sentences>;

type Given = Exclude<NonNullable<DataOf<'ExternalEncounterRecorded'>['drugsGiven']>, 'none'>;

const inWords = (given: Given) =>
  listInWords(
    given.map(({ medication, drugClasses = [] }) =>
      medication === 'other' ? listInWords(drugClasses.map(drugClassWords)) : medicationWords(medication),
    ),
  );
