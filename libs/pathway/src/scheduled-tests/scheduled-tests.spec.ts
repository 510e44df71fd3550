import { isOpenOn, localDate, startOfDay, addDays } from '../calendar.ts';
import type { CareEventOf } from '../events.ts';
import {
  admission,
  admitted,
  day,
  definitive,
  inCareAt,
  missed,
  opened,
  presumptive,
  said,
  takes,
} from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { mainSite } from '../specs/holidays.ts';
import { arrived, discharged, done, first, happened, overrideTo } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { daysBetween, plusDays, plusHours, type Instant } from '../time.ts';
import type { CommandOf } from '../commands.ts';

const real = { programme: standardFour, calendar: mainSite };
const quiet = { programme: withoutTestPlan(standardFour), calendar: mainSite };
const inIop = inCareAt('iop');
type Scheduled = CareEventOf<'DrugTestScheduled'>;
const scheduled = (lived: Lived, cause?: string): Scheduled[] =>
  lived.events.filter(
    (event): event is Scheduled => event.type === 'DrugTestScheduled' && (!cause || event.data.cause === cause),
  );
function lived(...steps: readonly (Step | readonly Step[])[]): Lived {
  const one = new Lived(real);
  for (const step of steps.flat()) one.step(step);
  return one;
}
const asksFor = (
  dueAt: Instant,
  fields: Partial<CommandOf<'ScheduleDrugTest'>> = {},
): CommandOf<'ScheduleDrugTest'> => ({
  type: 'ScheduleDrugTest',
  ...said(day(3), 'therapist'),
  dueAt,
  cause: 'for-cause',
  ...fields,
});
/** Collected in the middle of the day that was drawn, and reported at once. */
const collected = ({ data: { from } }: Scheduled, fields = {}) =>
  presumptive([['cocaine', 'negative']], { collectedAt: plusHours(from, 12), ...fields });
const nth = (all: readonly Scheduled[], index: number): Scheduled => {
  const test = all[index];
  if (!test) throw new Error(`only ${all.length} tests were scheduled`);
  return test;
};

describe('the random tests of a level', () => {
  it('are drawn one at a time, from admission on, on open days of the site', () => {
    const one = lived(inIop, timePasses(day(1)));
    const [test, ...more] = scheduled(one, 'random');
    expect(more).toEqual([]);
    expect(test?.data).toMatchObject({ number: 1, matrix: 'urine' });
    expect(daysBetween(admission, test?.data.from ?? '')).toBeGreaterThan(1);
    expect(daysBetween(admission, test?.data.from ?? '')).toBeLessThan(7);
  });

  it('error 21, 22: go on for a year over holidays and both changes of the clocks, within their bounds', () => {
    const one = lived(inIop);
    const open: string[] = [];
    for (let index = 0; index < 75; index += 1) {
      const next = nth(scheduled(one, 'random'), index);
      open.push(localDate(next.data.from, mainSite));
      // A local day, however many hours it has.
      const [from, due] = [open.at(-1) ?? '', localDate(next.data.dueAt, mainSite)];
      expect([next.data.from, due]).toEqual([startOfDay(from, mainSite), addDays(from, 1)]);
      one.step(collected(next));
    }
    expect(open.filter((date) => !isOpenOn(date, mainSite))).toEqual([]);
    const gaps = open.slice(1).map((date, index) => daysBetween(`${open[index]}T00:00Z`, `${date}T00:00Z`));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
    expect(daysBetween(`${open[0]}T00:00Z`, `${open.at(-1)}T00:00Z`)).toBeGreaterThan(365);
  });

  it('are the same however the rules are run: at each moment, or after a stop', () => {
    const days = (one: Lived) => scheduled(one, 'random').map(({ data }) => data.from);
    expect(days(lived(inIop, timePasses(day(90))))).toEqual(days(lived(inIop, timePasses(day(90)))));
    const other = lived(inIop, timePasses(day(3)), timePasses(day(4)), timePasses(day(90)));
    expect(days(other)).toEqual(days(lived(inIop, timePasses(day(90)))));
  });

  it('are counted from a random one that was taken on another day', () => {
    const one = lived(inIop);
    const test = nth(scheduled(one, 'random'), 0);
    const sooner = plusDays(test.data.from, -1);
    one.step(collected(test, { collectedAt: plusHours(sooner, 12), collectionReason: 'random' }));
    expect(scheduled(one, 'random')).toHaveLength(2);
    // One for another reason is no random one: that is still ahead.
    const other = lived(inIop);
    other.step(collected(test, { collectedAt: plusHours(sooner, 12), collectionReason: 'for-cause' }));
    expect(scheduled(other, 'random')).toHaveLength(1);
  });

  it('are drawn by the plan of the level where the person is', () => {
    const aftercare = lived(inCareAt('aftercare'), timePasses(day(1)));
    const test = nth(scheduled(aftercare, 'random'), 0);
    expect(daysBetween(admission, test.data.from)).toBeGreaterThan(12);
    expect(scheduled(lived(inCareAt('detox'), timePasses(day(20))), 'random')).toEqual([]);
  });

  it('begin anew with a change of level; what was drawn before falls away', () => {
    const one = lived(inCareAt('aftercare'));
    const before = nth(scheduled(one, 'random'), 0);
    for (const step of [overrideTo('iop', day(2)), arrived(first, day(3)), timePasses(day(4))]) one.step(step);
    const tests = scheduled(one, 'random');
    expect(tests).toHaveLength(2);
    expect(daysBetween(day(3), nth(tests, 1).data.from)).toBeLessThan(7);
    one.step(timePasses(plusDays(before.data.dueAt, 10)));
    expect(one.opened().tasks.map(({ subject }) => subject)).not.toContain(before.data.dueAt);
  });

  it('wait while the person is on leave, and go on from the return', () => {
    const one = lived(inIop);
    const test = nth(scheduled(one, 'random'), 0);
    const left = plusHours(test.data.from, -6);
    for (const step of [leaves(left, 'hospital'), timePasses(plusDays(left, 20))]) one.step(step);
    expect(scheduled(one, 'random')).toHaveLength(1);
    expect(one.opened().tasks.map(({ subject }) => subject)).not.toContain(test.data.dueAt);
    one.step(isBack(plusDays(left, 20)));
    const next = nth(scheduled(one, 'random'), 1);
    expect(daysBetween(plusDays(left, 20), next.data.from)).toBeGreaterThan(0.5);
    expect(daysBetween(plusDays(left, 20), next.data.from)).toBeLessThan(7);
  });

  it('end with the episode', () => {
    const one = lived(inIop, discharged('dropped-out', day(1)), timePasses(day(60)));
    expect(scheduled(one, 'random')).toHaveLength(1);
    expect(one.opened().tasks.filter(({ kind }) => kind === 'scheduled-test-missed')).toEqual([]);
  });

  it('are not drawn by a site that never opens', () => {
    const never = new Lived({ ...real, calendar: { ...mainSite, closedWeekdays: [0, 1, 2, 3, 4, 5, 6] } });
    for (const step of [...inIop, timePasses(day(60))]) never.step(step);
    expect(scheduled(never, 'random')).toEqual([]);
  });
});

describe('a scheduled test of which nothing is known (due: scheduled-test-missed)', () => {
  const test = nth(scheduled(lived(inIop), 'random'), 0);
  const missedAt = plusHours(test.data.dueAt, 72);
  const asked = taskOpened('scheduled-test-missed', {
    subject: test.data.dueAt,
    role: 'nurse',
    dueAt: plusHours(missedAt, 12),
  });

  it('is asked after; that it was missed stays the word of a person', () => {
    givenWith(real, inIop)
      .when(timePasses(plusHours(missedAt, -1)))
      .thenLacks(asked);
    givenWith(real, inIop)
      .when(timePasses(missedAt))
      .thenIncludes(asked)
      .thenLacks({ type: 'DrugTestNotCollected' }, { type: 'UseEstablished' });
  });

  it('is no question when it was collected in time, or said not to be', () => {
    givenWith(real, inIop, collected(test)).when(timePasses(missedAt)).thenLacks(asked);
    givenWith(real, inIop, missed(plusHours(test.data.from, 15)))
      .when(timePasses(missedAt))
      .thenLacks(asked);
    givenWith(real, inIop, missed(test.data.dueAt, 'excused')).when(timePasses(missedAt)).thenLacks(asked);
  });

  it('is answered by what is recorded, not by a word', () => {
    const taskId = `episode-1.task.scheduled-test-missed.${test.data.dueAt}`;
    givenWith(real, inIop, timePasses(missedAt)).when(done(taskId, missedAt)).thenRejects('TaskAnsweredOtherwise');
    givenWith(real, inIop, timePasses(missedAt))
      .when({ ...missed(test.data.dueAt, 'declined'), occurredAt: missedAt })
      .thenIncludes(happened('TaskCompleted', { taskId }), happened('DrugTestNotCollected', { outcome: 'declined' }));
    givenWith(real, inIop, timePasses(missedAt))
      .when(collected(test, { recordedAt: plusHours(missedAt, 1) }))
      .thenIncludes(happened('TaskCompleted', { taskId }));
  });
});

describe('a test that a person schedules', () => {
  it('is known by its due time', () => {
    givenWith(quiet, inIop)
      .when(asksFor(day(5), { drugClasses: ['fentanyl'] }))
      .thenIncludes(happened('DrugTestScheduled', { dueAt: day(5), cause: 'for-cause', drugClasses: ['fentanyl'] }));
    givenWith(quiet, inIop, asksFor(day(5)))
      .when({ ...asksFor(day(5)), occurredAt: day(4) })
      .thenNothing();
    givenWith(quiet, inIop)
      .when(asksFor(day(2)))
      .thenRejects('EndsBeforeItBegins');
    givenWith(quiet, inIop, discharged('dropped-out', day(2)))
      .when(asksFor(day(5)))
      .thenRejects('EpisodeDischarged');
    givenWith(quiet)
      .when(asksFor(day(5)))
      .thenRejects('EpisodeNotOpened');
  });

  it('is asked after when nothing is known of it, unless a specimen was collected since', () => {
    const asked = taskOpened('scheduled-test-missed', { subject: day(5) });
    givenWith(quiet, inIop, asksFor(day(5)))
      .when(timePasses(day(8)))
      .thenIncludes(asked);
    givenWith(quiet, inIop, asksFor(day(5)), definitive([['cocaine', 'negative']], { collectedAt: day(4) }))
      .when(timePasses(day(8)))
      .thenLacks(asked);
  });
});

describe('the first specimen', () => {
  it('is asked for at admission, within a day', () => {
    const one = lived(inIop, timePasses(day(1)));
    expect(scheduled(one, 'admission').map(({ data }) => data.dueAt)).toEqual([day(1)]);
  });

  it('is not asked for when one was collected in the week before, nor at a change of level', () => {
    const before = definitive([['cocaine', 'positive']], { collectedAt: day(-5) });
    expect(scheduled(lived(opened(), before, admitted('iop'), timePasses(day(2))), 'admission')).toEqual([]);
    const moved = lived(inIop, overrideTo('residential', day(2)), arrived(first, day(3)), timePasses(day(4)));
    expect(scheduled(moved, 'admission')).toHaveLength(1);
  });
});

describe('the tests of a methadone programme (due: test-count)', () => {
  const onMethadone = [...inIop, takes('methadone', { kind: 'moud' })];
  const quarter = plusDays(admission, 365 / 4);
  const random = (onDay: number) =>
    definitive([['cocaine', 'negative']], { collectedAt: day(onDay), collectionReason: 'random' });
  const behind = taskOpened('random-test-count', { subject: `methadone.${quarter}`, role: 'nurse' });

  it('are counted each quarter of a year: 8 a year, so 2 in the first', () => {
    givenWith(quiet, onMethadone, random(10))
      .when(timePasses(plusHours(quarter, -1)))
      .thenLacks(behind);
    givenWith(quiet, onMethadone, random(10)).when(timePasses(quarter)).thenIncludes(behind);
    givenWith(quiet, onMethadone, random(10), random(50)).when(timePasses(quarter)).thenLacks(behind);
  });

  it('count only where they were random, and where the clinic gives the medication', () => {
    const forCause = { ...random(50), collectionReason: 'for-cause' as const };
    givenWith(quiet, onMethadone, random(10), forCause).when(timePasses(quarter)).thenIncludes(behind);
    const { medications } = quiet.programme;
    const elsewhere = { ...medications, methadone: { ...medications.methadone, provided: 'by-referral' as const } };
    givenWith({ ...quiet, programme: { ...quiet.programme, medications: elsewhere } }, onMethadone)
      .when(timePasses(quarter))
      .thenLacks(behind);
    givenWith(quiet, inIop, takes('buprenorphine', { kind: 'moud' }))
      .when(timePasses(quarter))
      .thenLacks(behind);
  });

  it('are caught up with: the task ends when the number is reached', () => {
    givenWith(quiet, onMethadone, random(10), timePasses(quarter))
      .when(random(95))
      .thenIncludes(happened('TaskCompleted', { taskId: `episode-1.task.random-test-count.methadone.${quarter}` }));
  });

  it('are never drawn further apart than that number asks for, at whatever level', () => {
    const aftercare = [...inCareAt('aftercare'), takes('methadone', { kind: 'moud' })];
    const one = new Lived(real);
    for (const step of [...aftercare, timePasses(day(200))]) one.step(step);
    for (let index = 0; index < 12; index += 1)
      one.step(collected(nth(scheduled(one, 'random'), scheduled(one, 'random').length - 1)));
    const days = scheduled(one, 'random').map(({ data }) => data.from);
    const gaps = days.slice(1).map((from, index) => daysBetween(days[index] ?? from, from));
    expect(Math.max(...gaps)).toBeLessThan(45.5);
  });
});
