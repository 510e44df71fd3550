import { drugClassWords } from '../../../marks/dispositions.ts';
import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import { medicationWords } from '../../../marks/medications.ts';
import type { Sentences } from './telling.ts';

export const externalEncounterSentences = {
  ExternalEncounterRecorded: ({ kind, from, to, drugsGiven }, { day }) => {
    const encounter = {
      kind: t(`events.externalEncounters.kinds.${kind}`),
      from: day(from),
      drugs: drugsInWords(drugsGiven),
    };
    return to === undefined
      ? t('events.externalEncounters.ExternalEncounterRecorded', encounter)
      : t('events.externalEncounters.until', { ...encounter, to: day(to) });
  },
} satisfies Partial<Sentences>;

function drugsInWords(given: DataOf<'ExternalEncounterRecorded'>['drugsGiven']): string {
  if (given === undefined) return t('events.externalEncounters.drugsNotKnown');
  if (given === 'none' || given.length === 0) return t('events.externalEncounters.noDrugs');
  return listInWords(
    given.map(({ medication, drugClasses = [] }) =>
      medication === 'other' ? listInWords(drugClasses.map(drugClassWords)) : medicationWords(medication),
    ),
  );
}
