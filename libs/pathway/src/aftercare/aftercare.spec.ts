import { due } from '../advance.ts';
import type { CareEvent, CareEventOf } from '../events.ts';
import { assessed } from '../specs/assessments.ts';
import { admitted, day, inCareAt, opened, said } from '../specs/commands.ts';
import { aftercarePlanned } from '../specs/contact.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, Lived, timePasses } from '../specs/given.ts';
import { arrived, discharged, done, first, happened, overrideTo, session } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { checkUpsOwed } from './owed.ts';
import { newYork } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';

/** Assessed the day before, so that nobody is asked for that. */
const inAftercare = [opened({ entryLevel: 'aftercare' }), assessed({}, day(-1)), admitted('aftercare')];
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const checkedUp = (onDay: number) => ({ ...session(day(onDay), 20), sessionType: 'telephone-check-up' }) as const;
const askedOn = (events: readonly CareEvent[]): string[] =>
  events
    .filter(
      (event): event is CareEventOf<'TaskOpened'> => event.type === 'TaskOpened' && event.data.kind === 'check-up',
    )
    .map(({ data }) => data.subject);
const task = (subject: string): string => `episode-1.task.check-up.${subject}`;

describe('check-ups in aftercare', () => {
  it('begin a week after the person came, with a task for the coordinator', () => {
    const { events } = given(inAftercare).when(timePasses(day(8)));
    expect(events.filter(({ type }) => type === 'TaskOpened')).toMatchObject([
      {
        type: 'TaskOpened',
        occurredAt: dayBegins(7),
        data: { kind: 'check-up', role: 'coordinator', subject: '2026-05-11', dueAt: plusHours(dayBegins(7), 72) },
      },
    ]);
  });

  it('are waited for by their cause', () => {
    const one = new Lived();
    for (const step of inAftercare) one.step(step);
    expect(due(one.journey, one.context())).toEqual({ at: dayBegins(7), cause: 'check-up', subject: '2026-05-11' });
  });

  it('are asked for one at a time', () => {
    const { events } = given(inAftercare).when(timePasses(day(40)));
    expect(askedOn(events)).toEqual(['2026-05-11']);
  });

  it('are answered by a check-up, in person or by telephone, and by no word', () => {
    given(inAftercare, timePasses(day(8)))
      .when(checkedUp(8))
      .thenIncludes(happened('TaskCompleted', { taskId: task('2026-05-11') }));
    given(inAftercare, timePasses(day(8)))
      .when({ ...session(day(8), 30), sessionType: 'check-up' })
      .thenIncludes(happened('TaskCompleted', { taskId: task('2026-05-11') }));
    given(inAftercare, timePasses(day(8)))
      .when(session(day(8)), { ...checkedUp(9), attendance: 'missed' })
      .thenLacks('TaskCompleted');
    given(inAftercare, timePasses(day(8)))
      .when(done(task('2026-05-11'), day(8)))
      .thenRejects('TaskAnsweredOtherwise');
  });

  it('follow each other weekly, then monthly, then quarterly', () => {
    const weekly = given(inAftercare, checkedUp(5)).when(timePasses(day(13)));
    expect(askedOn(weekly.events)).toEqual(['2026-05-16']);
    const monthly = given(inAftercare).when(checkedUp(84), timePasses(day(120)));
    expect(askedOn(monthly.events).at(-1)).toBe('2026-08-26');
    const quarterly = given(inAftercare).when(checkedUp(190), timePasses(day(300)));
    expect(askedOn(quarterly.events).at(-1)).toBe('2027-02-09');
  });

  it('are as often as the person’s own plan says', () => {
    const plan = aftercarePlanned(day(1), [{ part: 'telephone-check-ups', everyDays: 14 }]);
    expect(askedOn(given(inAftercare, plan).when(timePasses(day(20))).events)).toEqual(['2026-05-18']);
    const { events } = given(inAftercare, timePasses(day(8)))
      .when({ ...plan, ...said(day(8)) })
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
    expect(askedOn(events)).toEqual([]);
  });

  it('are counted from the last one, whichever was told last', () => {
    const late = { ...checkedUp(5), occurredAt: day(11) };
    expect(askedOn(given(inAftercare, checkedUp(10)).when(late, timePasses(day(18))).events)).toEqual(['2026-05-21']);
  });

  it('are answered at the very moment they are asked for, also by one on the first day told since, not by one of before', () => {
    const toldLate = (onDay: number) => ({ ...checkedUp(onDay), occurredAt: day(8) });
    const completed = happened('TaskCompleted', { taskId: task('2026-05-11') });
    const atOnce = { ...checkedUp(7), sessionId: 's1', startedAt: dayBegins(7), occurredAt: dayBegins(7) };
    given(inAftercare).when(atOnce).thenIncludes(completed);
    given(inAftercare, timePasses(day(8)))
      .when(toldLate(0))
      .thenIncludes(completed);
    given(inAftercare, timePasses(day(8)))
      .when(toldLate(-2))
      .thenLacks('TaskCompleted');
  });

  it('go by what the plan says of them, and not of other parts', () => {
    const plan = aftercarePlanned(day(1), [
      { part: 'fewer-sessions', everyDays: 3 },
      { part: 'telephone-check-ups', everyDays: 14 },
    ]);
    expect(askedOn(given(inAftercare, plan).when(timePasses(day(20))).events)).toEqual(['2026-05-18']);
    const other = aftercarePlanned(day(1), [{ part: 'fewer-sessions', everyDays: 3 }]);
    expect(askedOn(given(inAftercare, other).when(timePasses(day(20))).events)).toEqual(['2026-05-11']);
  });

  it('are owed to nobody while one is asked for', () => {
    const one = new Lived();
    for (const step of [...inAftercare, timePasses(day(8))]) one.step(step);
    expect(checkUpsOwed(one.opened(), one.context())).toEqual([]);
  });

  it('fall on a day on which the site is open', () => {
    const calendar = { ...newYork, closedWeekdays: [0, 6], holidays: ['2026-05-11'] };
    expect(askedOn(givenWith({ calendar }, inAftercare).when(timePasses(day(20))).events)).toEqual(['2026-05-12']);
  });

  it('wait while the person is known to be away, and come on the return', () => {
    const away = [...inAftercare, leaves(day(3), 'hospital'), timePasses(day(20))];
    expect(askedOn(given(away).when(timePasses(day(30))).events)).toEqual([]);
    given(away)
      .when(isBack(day(21)))
      .thenIncludes(taskOpened('check-up', { subject: '2026-05-11' }));
    given(inAftercare, timePasses(day(8)))
      .when(leaves(day(9), 'hospital'))
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
  });

  it('are not asked for at levels with sessions, nor after the person moved or left', () => {
    expect(askedOn(given(inCareAt('iop')).when(timePasses(day(60))).events)).toEqual([]);
    given(inAftercare, timePasses(day(8)), overrideTo('iop', day(9)))
      .when(arrived(first, day(10)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
    given(inAftercare, timePasses(day(8)))
      .when(discharged('completed', day(9)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
  });
});
