import { drugClassWords } from '../../../marks/dispositions.ts';
import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';

type Results = DataOf<'DrugTestResultRecorded'>['results'];

/** What a report says: the positive classes by name, the negative counted. */
export function testResult(data: DataOf<'DrugTestResultRecorded'>, day: (at: string) => string): string {
  const { specimenId, collectedAt, status, validity, results } = data;
  const found = resultsInWords(results);
  return t('events.drugTesting.DrugTestResultRecorded', {
    specimen: t(`events.drugTesting.reports.${status}`, { specimen: specimenId }),
    day: day(collectedAt),
    results:
      validity.finding === 'valid' || validity.finding === 'not-recorded'
        ? found
        : t('events.drugTesting.found.withValidity', {
            results: found,
            validity: t(`events.drugTesting.validity.${validity.finding}`),
          }),
  });
}

function resultsInWords(results: Results): string {
  const of = (wanted: Results[number]['outcome']) => results.filter(({ outcome }) => outcome === wanted);
  const classes = (found: Results) =>
    listInWords([...new Set(found.map(({ drugClass }) => drugClassWords(drugClass)))]);
  const [positive, negative, indeterminate, notDone] = [
    of('positive'),
    of('negative'),
    of('indeterminate'),
    of('not-done'),
  ];
  const definitive = positive.every(({ stage }) => stage === 'definitive');
  const parts = [
    positive.length > 0 &&
      t(`events.drugTesting.found.${definitive ? 'definitive' : 'positive'}`, { classes: classes(positive) }),
    negative.length > 0 &&
      (positive.length > 0
        ? t('events.drugTesting.found.negatives', { count: negative.length })
        : t('events.drugTesting.found.negative')),
    indeterminate.length > 0 && t('events.drugTesting.found.indeterminate', { classes: classes(indeterminate) }),
    notDone.length > 0 && t('events.drugTesting.found.notDone', { classes: classes(notDone) }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('events.drugTesting.found.nothing') : parts.join(', ');
}
