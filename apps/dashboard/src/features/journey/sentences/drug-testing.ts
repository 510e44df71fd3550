import { dispositionWords, drugClassWords } from '../../../marks/dispositions.ts';
import { listInWords } from '../../../texts/in-language.ts';
import type { DataOf } from '../care-events.ts';
import {
  extraTestWords,
  findingWords,
  notCollectedWords,
  scheduledWords,
  validityWords,
} from '../words/drug-testing.ts';
import { capital, small } from '../../../texts/letters.ts';
import type { Sentences } from './telling.ts';

export const drugTestSentences = {
  ScreeningPlanSet: ({ from, until, drugClasses, negativeBy }, { day }) =>
    `Screening plan from ${day(from)}${until === undefined ? '' : ` until ${day(until)}`}: ${classes(drugClasses)} count; a day is negative by ${negativeBy === 'specimen' ? 'a valid specimen' : 'an attended visit'} without one.`,
  DrugTestResultRecorded: (data, { day }) => testResult(data, day),
  DrugTestScheduled: ({ from, dueAt, cause, after }, { day, moment }) =>
    cause === 'random'
      ? `Random drug test drawn for ${day(from)}${after === undefined ? '' : `, the first day after a ${extraTestWords[after]}`}.`
      : `Drug test scheduled ${scheduledWords[cause]}, by ${moment(dueAt)}.`,
  DrugTestNotCollected: ({ dueAt, outcome }, { day }) =>
    `Drug test of ${day(dueAt)} not collected: ${notCollectedWords[outcome]}.`,
  DrugTestDisposed: ({ specimenId, drugClass, disposition }) =>
    `${capital(drugClassWords(drugClass))} of ${specimenId}: ${small(dispositionWords(disposition))}.`,
  DrugTestReviewed: ({ specimenId, drugClass, finding }) =>
    `A clinician reviewed ${drugClassWords(drugClass)} of ${specimenId}: ${findingWords[finding]}.`,
  UseAcknowledged: ({ drugClass, lastUseAt }, { day }) =>
    `The person tells of use of ${drugClassWords(drugClass)}, last on ${day(lastUseAt)}.`,
  UseEstablished: ({ drugClasses, specimenIds, told, at }, { day }) =>
    told === undefined
      ? `New use established: ${classes(drugClasses)}, collected ${day(at)} (${listInWords(specimenIds)}).`
      : `New use established: ${classes(drugClasses)}, which the person told of, ${day(at)}.`,
  UseWithdrawn: () => 'A use no longer stands: what it stood on was judged again.',
  ConfirmationRequested: ({ specimenId, drugClasses, closesAt }, { day }) =>
    `Confirmation of ${classes(drugClasses)} asked for (${specimenId}); it closes on ${day(closesAt)}.`,
} satisfies Partial<Sentences>;

const classes = (drugClasses: readonly Parameters<typeof drugClassWords>[0][]) =>
  listInWords(drugClasses.map(drugClassWords));

function testResult(data: DataOf<'DrugTestResultRecorded'>, day: (at: string) => string): string {
  const { specimenId, collectedAt, status, validity, results } = data;
  const of = (wanted: (typeof results)[number]['outcome']) => results.filter(({ outcome }) => outcome === wanted);
  const named = (found: typeof results) =>
    listInWords([...new Set(found.map(({ drugClass }) => drugClassWords(drugClass)))]);
  const positive = of('positive');
  const parts = [
    positive.length > 0 &&
      `positive for ${named(positive)} (${positive.every(({ stage }) => stage === 'definitive') ? 'definitive' : 'presumptive'})`,
    of('negative').length > 0 && (positive.length > 0 ? `${of('negative').length} negative` : 'negative'),
    of('indeterminate').length > 0 && `${named(of('indeterminate'))} not decided`,
    of('not-done').length > 0 && `${named(of('not-done'))} not done`,
  ].filter((part) => part !== false);
  const report = status === 'final' ? '' : ` (${status} report)`;
  const finding =
    validity.finding === 'valid' || validity.finding === 'not-recorded'
      ? ''
      : `; specimen ${validityWords[validity.finding]}`;
  return `Drug test ${specimenId}${report}, collected ${day(collectedAt)}: ${parts.join(', ') || 'no results'}${finding}.`;
}
