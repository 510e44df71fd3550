import { dispositionWords, drugClassWords, type DrugClass } from '../../../marks/dispositions.ts';
import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import { testResult } from './test-result.ts';
import type { Sentences } from './telling.ts';

export const drugTestSentences = {
  ScreeningPlanSet: ({ from, until, drugClasses, negativeBy }, { day }) => {
    const plan = {
      from: day(from),
      classes: classes(drugClasses),
      negativeBy: t(`events.drugTesting.negativeBy.${negativeBy}`),
    };
    return until === undefined
      ? t('events.drugTesting.ScreeningPlanSet', plan)
      : t('events.drugTesting.planUntil', { ...plan, until: day(until) });
  },
  DrugTestResultRecorded: (data, { day }) => testResult(data, day),
  DrugTestScheduled: ({ from, dueAt, cause, after }, { day, moment }) => {
    if (cause !== 'random')
      return t('events.drugTesting.DrugTestScheduled', {
        cause: t(`events.drugTesting.scheduled.${cause}`),
        moment: moment(dueAt),
      });
    return after === undefined
      ? t('events.drugTesting.drawn', { day: day(from) })
      : t('events.drugTesting.drawnAfter', { day: day(from), after: t(`events.drugTesting.extra.${after}`) });
  },
  DrugTestNotCollected: ({ dueAt, outcome }, { day }) =>
    t('events.drugTesting.DrugTestNotCollected', {
      day: day(dueAt),
      outcome: t(`events.drugTesting.notCollected.${outcome}`),
    }),
  DrugTestDisposed: ({ specimenId: specimen, drugClass, disposition }) =>
    t('events.drugTesting.DrugTestDisposed', {
      class: drugClassWords(drugClass),
      specimen,
      meaning: dispositionWords(disposition),
    }),
  DrugTestReviewed: ({ specimenId: specimen, drugClass, finding }) =>
    t('events.drugTesting.DrugTestReviewed', {
      class: drugClassWords(drugClass),
      specimen,
      finding: t(`events.drugTesting.findings.${finding}`),
    }),
  UseAcknowledged: ({ drugClass, lastUseAt }, { day }) =>
    t('events.drugTesting.UseAcknowledged', { class: drugClassWords(drugClass), day: day(lastUseAt) }),
  UseEstablished: ({ drugClasses, specimenIds, told, at }, { day }) => {
    const use = { classes: classes(drugClasses), day: day(at) };
    return told === undefined
      ? t('events.drugTesting.UseEstablished', { ...use, specimens: listInWords(specimenIds) })
      : t('events.drugTesting.establishedByWord', use);
  },
  UseWithdrawn: () => t('events.drugTesting.UseWithdrawn'),
  ConfirmationRequested: ({ specimenId: specimen, drugClasses, closesAt }, { day }) =>
    t('events.drugTesting.ConfirmationRequested', { classes: classes(drugClasses), specimen, day: day(closesAt) }),
} satisfies Partial<Sentences>;

const classes = (drugClasses: readonly DrugClass[]) => listInWords(drugClasses.map(drugClassWords));
