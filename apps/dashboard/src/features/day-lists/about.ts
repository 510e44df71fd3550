import type { DayLists } from '../../api/day-lists.ts';
import { dispositionWords, drugClassWords, type Disposition } from '../../marks/dispositions.ts';
import { medicationWords } from '../../marks/medications.ts';
import { taskWords } from '../../marks/tasks.ts';
import type { TimeOf } from '../../marks/time.ts';
import { listInWords } from '../../texts/in-language.ts';
import { capital } from '../../texts/letters.ts';
import { t } from '../../texts/texts.ts';

/** What a row says: what it is about, and what is known of it. */
export interface About {
  readonly title: string;
  readonly detail: string;
}

export interface AboutContext {
  readonly now: number;
  /** Moments in the time of the person's site. */
  readonly timeOf: TimeOf;
  /** A member of the staff by name. */
  readonly staffName: (staffId: string) => string;
  readonly levelInSentence: (programme: { readonly id: string; readonly version: number }, level: string) => string;
}

/** When it is due: a moment, or of a follow-up the day, whose end it is. */
export const dueMoment = (
  row: DayLists[keyof DayLists]['row'],
  { now, timeOf }: Pick<AboutContext, 'now' | 'timeOf'>,
): string => {
  const time = timeOf(row.siteId);
  return 'point' in row && row.point !== null ? time.day(Date.parse(row.dueAt) - 1, now) : time.moment(row.dueAt, now);
};

type Row<Name extends keyof DayLists> = DayLists[Name]['row'];

const joined = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(' · ');

const away = (leave: Row<'tests'>['leave']) =>
  leave !== null && t('dayLists.away', { kind: t(`dayLists.leaves.${leave}`) });

export function testAbout(
  { siteId, state, specimen, scheduled, notCollected, task, leave }: Row<'tests'>,
  { now, timeOf }: AboutContext,
): About {
  const time = timeOf(siteId);
  if (scheduled !== null)
    return {
      title: t(`dayLists.scheduled.${scheduled.cause}`),
      detail: joined(t('dayLists.dueBy', { moment: time.moment(scheduled.dueAt, now) }), away(leave)),
    };
  if (notCollected !== null)
    return {
      title: t('dayLists.notCollected', {
        what: dispositionWords(notCollected.outcome),
        day: time.day(notCollected.dueAt, now),
      }),
      detail: joined(task !== null && taskWords(task.kind), away(leave)),
    };
  if (specimen === null) return { title: task === null ? '' : taskWords(task.kind), detail: joined(away(leave)) };
  return {
    title: meaningOf(specimen, state),
    detail: joined(
      t('dayLists.collected', { day: time.day(specimen.collectedAt, now), specimen: specimen.specimenId }),
      task !== null && state === 'to-review' && task.kind !== 'review-drug-test' && taskWords(task.kind),
      away(leave),
    ),
  };
}

type Specimen = NonNullable<Row<'tests'>['specimen']>;

/** The dispositions for which a specimen stands in a state of the list; where none of these is there, all but plain negatives. */
const meant: Readonly<Partial<Record<Row<'tests'>['state'], readonly Disposition[]>>> = {
  'awaiting-confirmation': ['awaiting-confirmation'],
  'to-review': ['awaiting-review', 'integrity-concern'],
  'in-question': ['integrity-concern', 'recollect', 'inconclusive'],
  'unexpected-absence': ['unexpected-absence', 'unexpected-pattern'],
};

/** "Cocaine and fentanyl: awaiting confirmation". */
function meaningOf({ results }: Specimen, state: Row<'tests'>['state']): string {
  const of = meant[state] ?? [];
  const asked = results.filter(({ disposition }) => of.includes(disposition));
  const shown = asked.length > 0 ? asked : results.filter(({ disposition }) => disposition !== 'negative');
  const [first] = shown;
  if (first === undefined) return t('dayLists.specimen');
  const classes = shown.filter(({ disposition }) => disposition === first.disposition);
  return t('dayLists.meaning', {
    classes: listInWords(classes.map(({ drugClass }) => drugClassWords(drugClass))),
    meaning: dispositionWords(first.disposition),
  });
}

export function medicationAbout(row: Row<'medications'>, context: AboutContext): About {
  const { state, medications, move, programme, task, leave, dueAt } = row;
  const { now, levelInSentence } = context;
  const time = context.timeOf(row.siteId);
  const [medication] = medications;
  const named = medications.map((one) => medicationWords(one.medication));
  const title = named.length === 0 ? t('dayLists.noMedication') : capital(listInWords(named));
  const missed = medication?.missed ?? null;
  const detail = (): string | undefined => {
    switch (state) {
      case 'next-dose':
        return t('dayLists.nextDose', { moment: time.moment(dueAt, now) });
      case 'to-check':
        return t('dayLists.notKnownIfTaken', { moment: time.moment(dueAt, now) });
      case 'missed':
        return missed === null
          ? undefined
          : t('dayLists.missedDoses', {
              count: missed.doses,
              from: time.day(missed.from, now),
              to: time.day(missed.to, now),
            });
      case 'ended':
        return Date.parse(dueAt) > now
          ? t('dayLists.ends', { day: time.day(dueAt, now) })
          : t('dayLists.ended', { day: time.day(dueAt, now) });
      case 'continuity':
        return move === null
          ? task === null
            ? undefined
            : taskWords(task.kind)
          : t('dayLists.moves', {
              from: levelInSentence(programme, move.from),
              to: levelInSentence(programme, move.to),
            });
    }
  };
  return { title, detail: joined(detail(), away(leave)) };
}

export function followUpAbout(row: Row<'followUps'>, { now, timeOf }: AboutContext): About {
  const time = timeOf(row.siteId);
  const { state, point, lost, lastAttempt, task, dischargedAt } = row;
  const last =
    lastAttempt === null
      ? t('dayLists.noAttempt')
      : t(`dayLists.lastAttempt.${lastAttempt.came}`, { day: time.day(lastAttempt.at, now) });
  switch (state) {
    case 'follow-up':
      return {
        title: t('dayLists.point', { days: point?.days ?? 0 }),
        detail: joined(
          point !== null && t('dayLists.windowCloses', { day: time.day(point.closesAt, now) }),
          point !== null && point.attempts > 0 && t('dayLists.attempts', { count: point.attempts }),
          last,
        ),
      };
    case 'contact':
      return {
        title: taskTitle(task),
        detail: joined(dischargedAt !== null && t('dayLists.left', { moment: time.moment(dischargedAt, now) }), last),
      };
    case 'lost-contact':
      return {
        title: taskTitle(task),
        detail: joined(lost !== null && t('dayLists.outOfContact', { count: lost.days }), last),
      };
    case 'check-up':
      return { title: taskTitle(task), detail: last };
  }
}

const taskTitle = (task: Row<'followUps'>['task']): string => (task === null ? '' : taskWords(task.kind));
