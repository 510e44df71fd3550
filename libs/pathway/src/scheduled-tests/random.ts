import { addDays, daysApart, localDate, startOfDay } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { endOfLeave, openLeave } from '../leaves/clock.ts';
import { isTaken } from '../medications/explains.ts';
import type { Owed } from '../owed.ts';
import type { RandomInterval } from '../programme/drug-test-plan.ts';
import type { Programme } from '../programme/programme.ts';
import { laterOf, type Instant } from '../time.ts';
import { levelOf } from '../transitions/level-of.ts';
import { doneAt } from './answered.ts';
import { drawDay } from './draw.ts';
import type { ScheduledTest } from './state.ts';

/**
 * The next random test by the plan of the level. One at a time is ahead; the next is drawn when that one was done, or
 * has been due, from the day of the last one. Nobody is asked for one while on leave.
 */
export function randomTestsOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  if (journey.status !== 'active' || context.calendar.closedWeekdays.length >= 7) return [];
  const { stay } = journey;
  if (levelOf(context.programme, stay.level).drugTests.random.length === 0 || openLeave(journey)) return [];

  const last = lastRandom(journey);
  const done = last && doneAt(last, journey, context.programme);
  const next = { subject: stay.level, together: true, make: (now: Context) => drawn(journey, last, now) } as const;
  if (last === undefined || done !== undefined || last.dueAt <= journey.recordedAt)
    return [{ ...next, at: journey.recordedAt, cause: 'now' }];
  return [{ ...next, at: last.dueAt, cause: 'next-test' }];
}

/** The last one that was drawn in this stay. */
const lastRandom = ({ scheduledTests, stays }: Active): ScheduledTest | undefined =>
  scheduledTests.findLast(({ number, stay }) => number !== undefined && stay === stays.length);

function drawn(journey: Active, last: ScheduledTest | undefined, context: Context): ReturnType<Owed['make']> {
  const { now, calendar, programme } = context;
  const { drugTests } = levelOf(programme, journey.stay.level);
  const number = 1 + journey.scheduledTests.filter((test) => test.number !== undefined).length;
  const interval = intervalAt(journey, context);
  const found =
    interval &&
    drawDay(
      {
        seed: [journey.episodeId, number],
        from: localDate(drawnFrom(journey, last, programme), calendar),
        notBefore: addDays(localDate(now, calendar), 1),
        interval,
        extraAfter: drugTests.extraAfter,
      },
      calendar,
      programme.drugTesting.scheduling,
    );
  if (!found) return [];
  const { day, after } = found;
  return [
    {
      type: 'DrugTestScheduled',
      occurredAt: now,
      data: {
        from: startOfDay(day, calendar),
        dueAt: startOfDay(addDays(day, 1), calendar),
        cause: 'random',
        drugClasses: drugTests.panel,
        matrix: drugTests.matrix,
        number,
        ...(after && { after }),
      },
    },
  ];
}

/** From the last test to the next: the collection, or the day that passed without one; at first from the arrival. */
function drawnFrom(journey: Active, last: ScheduledTest | undefined, programme: Programme): Instant {
  const before = last && (doneAt(last, journey, programme) ?? last.from);
  const back = journey.leaves.flatMap((leave) => endOfLeave(leave, journey) ?? []);
  return [...(before ? [before] : []), ...back].reduce(laterOf, journey.stay.since);
}

/** By the week of the stay; a methadone programme never asks for fewer than its number a year (42 CFR 8.12). */
function intervalAt(journey: Active, { now, calendar, programme }: Context): RandomInterval | undefined {
  const { random } = levelOf(programme, journey.stay.level).drugTests;
  const week = Math.floor(daysApart(localDate(journey.stay.since, calendar), localDate(now, calendar)) / 7);
  const interval = random.findLast(({ fromWeek }) => fromWeek <= week) ?? random[0];
  if (interval === undefined || !onMethadone(journey, now)) return interval;
  const most = Math.floor(365 / programme.medications.methadone.randomTestsPerYear);
  const share = Math.min(1, most / interval.maximumDays);
  const bounded = (days: number): number => Math.floor(days * share);
  return {
    ...interval,
    minimumDays: bounded(interval.minimumDays),
    meanDays: bounded(interval.meanDays),
    maximumDays: bounded(interval.maximumDays),
  };
}

const onMethadone = ({ medications }: Active, now: Instant): boolean =>
  medications.some((one) => one.medication === 'methadone' && one.kind === 'moud' && isTaken(one, now));
