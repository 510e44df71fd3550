import { outstanding } from '../advance.ts';
import type { Programme } from '../programme/programme.ts';
import { continues, day, definitive, inCareAt, takes } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { appointed, arrived, first, goalReached, goalsSet, held, notSeen, overrideTo, second } from '../specs/moves.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { noSlot } from '../specs/waiting.ts';
import { plusHours, type Instant } from '../time.ts';

const moment = 0.001;
const inIop = inCareAt('iop');
const cocaine = definitive([['cocaine', 'positive']]);
const steppingUp = [...inIop, cocaine];
const steppingDown = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];
const quiet = withoutTestPlan(standardFour);

/** The tasks of this kind that were asked. */
const asked = (kind: string, before: readonly Step[], ...steps: readonly Step[]) =>
  wholeData('TaskOpened', given(before).when(...steps)).filter((task) => 'kind' in task && task.kind === kind);
const task = (kind: string, subject: string, role: string, dueAt: Instant) => ({
  taskId: `episode-1.task.${kind}.${subject.replace('episode-1.', '')}`,
  kind,
  role,
  subject,
  dueAt,
});

describe('the deadline of a hand-off', () => {
  it('is passed at its moment, not before, and asks the same day', () => {
    const overdue = (at: Instant) => given(steppingUp).when(timePasses(at));
    expect(wholeData('TransitionEscalated', overdue(plusHours(day(13), -moment)))).toEqual([]);
    const { events } = overdue(day(13));
    const escalated = events.find((event) => event.type === 'TransitionEscalated');
    expect(escalated).toMatchObject({ occurredAt: day(13), data: { cause: 'hand-off-overdue' } });
    expect(asked('hand-off-overdue', steppingUp, timePasses(day(13)))).toEqual([
      task('hand-off-overdue', first, 'coordinator', plusHours(day(13), 12)),
    ]);
  });

  it.each<readonly [string, readonly Step[], Step, number, number | undefined]>([
    ['for more support, three days', inIop, cocaine, 72, undefined],
    ['for fentanyl, a day as target', inIop, definitive([['fentanyl', 'positive']], { collectedAt: day(35) }), 72, 24],
    ['from detox to residential, a day', inCareAt('detox'), overrideTo('residential', day(4)), 24, undefined],
    ['from detox past residential, a week', inCareAt('detox'), overrideTo('iop', day(4)), 168, 72],
    ['from residential, a week', inCareAt('residential'), overrideTo('iop', day(4)), 168, 72],
    ['from IOP, two weeks', inIop, overrideTo('aftercare', day(4)), 336, undefined],
  ])('is %s', (_what, before, step, due, target) => {
    const { journey } = given(before).when(step);
    const open = journey.status === 'active' ? journey.transition : undefined;
    if (open?.state !== 'started') throw new Error('not begun');
    const { startedAt, handOffDueAt, targetAt } = open;
    expect(handOffDueAt).toBe(plusHours(startedAt, due));
    expect(targetAt).toBe(target === undefined ? undefined : plusHours(startedAt, target));
  });
});

describe('an appointment at the next level', () => {
  const hours = (change: Partial<Programme['stepUp']>, urgent: number) => ({
    programme: {
      ...quiet,
      stepUp: { ...quiet.stepUp, ...change },
      deadlines: { ...quiet.deadlines, newAppointmentHours: { urgent, other: 72 } },
    },
  });

  it.each<readonly [string, readonly Step[], Step, Instant]>([
    ['within a day for more support', inIop, cocaine, day(11)],
    ['within a day after residential', inCareAt('residential'), overrideTo('iop', day(4)), day(5)],
    ['within three days on the way down from IOP', inIop, overrideTo('aftercare', day(4)), day(7)],
  ])('is booked %s', (_what, before, step, dueAt) =>
    expect(asked('schedule-hand-off', before, step)).toEqual([task('schedule-hand-off', first, 'coordinator', dueAt)]),
  );

  it('is booked no later than the person is to be seen, the first time; a further one has its own time', () => {
    const dueAt = (change: Partial<Programme['stepUp']>, ...steps: readonly Step[]) =>
      wholeData('TaskOpened', givenWith(hours(change, 100), inIop).when(...steps)).flatMap((one) =>
        'kind' in one && one.kind === 'schedule-hand-off' && 'dueAt' in one ? [one.dueAt] : [],
      );
    expect(dueAt({}, cocaine)).toEqual([day(13)]);
    expect(dueAt({ urgentClasses: ['cocaine'] }, cocaine)).toEqual([day(11)]);
    expect(dueAt({}, cocaine, notSeen(first, day(11)))).toEqual([day(13), plusHours(day(11), 100)]);
  });

  it('that was missed is followed up the same day, each time, and by a new one', () => {
    const missed = [notSeen(first, day(11)), notSeen(first, day(12))];
    expect(asked('hand-off-outreach', steppingUp, ...missed)).toEqual([
      task('hand-off-outreach', `${first}.again-1`, 'coordinator', plusHours(day(11), 12)),
      task('hand-off-outreach', `${first}.again-2`, 'coordinator', plusHours(day(12), 12)),
    ]);
    expect(asked('schedule-hand-off', steppingUp, ...missed)).toEqual([
      task('schedule-hand-off', `${first}.again-1`, 'coordinator', day(12)),
      task('schedule-hand-off', `${first}.again-2`, 'coordinator', day(13)),
    ]);
    expect(asked('hand-off-outreach', inIop, cocaine)).toEqual([]);
  });

  it('is no more once it was missed, at its moment; one made for later stays', () => {
    const appointment = (at: Instant) => {
      const { journey } = given(steppingUp, appointed(first, day(10), at)).when(notSeen(first, day(11)));
      const open = journey.status === 'active' ? journey.transition : undefined;
      return open?.state === 'started' && open.appointmentAt;
    };
    expect(appointment(day(11))).toBeUndefined();
    expect(appointment(plusHours(day(11), moment))).toBe(plusHours(day(11), moment));
  });

  it('is asked after two hours later where nobody said whether they came', () => {
    const twoLater = plusHours(day(11), 2);
    const booked = [...steppingUp, appointed(first, day(10), day(11))];
    expect(asked('record-attendance', booked, timePasses(plusHours(twoLater, -moment)))).toEqual([]);
    expect(asked('record-attendance', booked, timePasses(twoLater))).toEqual([
      task('record-attendance', `${first}.at-${day(11)}`, 'coordinator', plusHours(twoLater, 12)),
    ]);
  });
});

describe('the next dose of a medication for opioid use disorder', () => {
  const methadone = takes('methadone', { kind: 'moud' });
  const continuity = (...steps: readonly Step[]) => asked('medication-continuity', inIop, ...steps);

  it('is asked for where it is not still to come when the move begins', () => {
    const dose = (next: Instant) => [methadone, continues('methadone', day(2), next), overrideTo('aftercare', day(3))];
    expect(continuity(...dose(plusHours(day(3), moment)))).toEqual([]);
    expect(continuity(...dose(day(3)))).toEqual([task('medication-continuity', first, 'nurse', day(4))]);
    expect(continuity(takes('gabapentin'), overrideTo('aftercare', day(3)))).toEqual([]);
  });

  it('is asked for by when the person is to be seen, where that is sooner', () => {
    const soon = { ...quiet, stepUp: { ...quiet.stepUp, handOffHours: 20 } };
    const { events } = givenWith({ programme: soon }, inIop, methadone).when(overrideTo('residential', day(3)));
    expect(wholeData('TaskOpened', { events })).toContainEqual(
      task('medication-continuity', first, 'nurse', plusHours(day(3), 20)),
    );
  });
});

describe('an arrival at the next level', () => {
  const rejection = (before: readonly Step[], attendedAt: Instant) =>
    given(before).when(arrived(first, attendedAt, day(14))).rejection;
  const late = [...inIop, definitive([['cocaine', 'positive']], { reportedAt: day(12) })];

  it('may lie at the collection of the first ground, not before', () => {
    expect(rejection(late, day(10))).toBeUndefined();
    expect(rejection(late, plusHours(day(10), -moment))).toEqual({
      type: 'AttendedBeforeItsGround',
      attendedAt: plusHours(day(10), -moment),
      groundAt: day(10),
    });
    const two = [...late, definitive([['methamphetamine', 'positive']], { collectedAt: day(6), reportedAt: day(13) })];
    expect(rejection(two, day(6))).toBeUndefined();
    expect(rejection(two, plusHours(day(6), -moment))).toMatchObject({ groundAt: day(6) });
  });

  it('may lie at the beginning of the present stay where it has no ground, not before', () => {
    const moved = [...inIop, overrideTo('residential', day(3)), arrived(first, day(5)), overrideTo('iop', day(6))];
    const at = (attendedAt: Instant) => given(moved).when(arrived(second, attendedAt, day(7))).rejection;
    expect(at(day(5))).toBeUndefined();
    expect(at(plusHours(day(5), -moment))).toMatchObject({ type: 'AttendedBeforeItsGround', groundAt: day(5) });
  });

  it('lies at most five minutes ahead', () => {
    const at = (minutes: number) =>
      given(steppingUp).when(arrived(first, plusHours(day(11), minutes / 60), day(11))).rejection;
    expect(at(5)).toBeUndefined();
    expect(at(5.01)).toMatchObject({ type: 'InTheFuture', field: 'attendedAt' });
  });
});

describe('what a move waits for', () => {
  const waits = (...steps: readonly Step[]) => {
    const lived = new Lived({ programme: quiet });
    for (const step of steps) lived.step(step);
    return outstanding(lived.journey, lived.context()).filter(({ subject }) => subject.startsWith(first));
  };

  it('is the deadline of its hand-off, and what is said of its appointment', () => {
    expect(waits(...steppingUp)).toEqual([{ at: day(13), cause: 'hand-off', subject: first }]);
    expect(waits(...steppingUp, appointed(first, day(10), day(11)))).toEqual([
      { at: plusHours(day(11), 2), cause: 'hand-off', subject: first },
      { at: day(13), cause: 'hand-off', subject: first },
    ]);
    expect(waits(...steppingUp, timePasses(day(13)))).toEqual([]);
  });

  it('is nothing of it while there is no place, or while it is suspended', () => {
    expect(waits(...steppingUp, noSlot(first, day(11))).filter(({ cause }) => cause === 'hand-off')).toEqual([]);
    expect(waits(...steppingDown, held('h1', day(21), day(25)))).toEqual([]);
  });

  it('goes on with the time that it had left, after it waited', () => {
    const { journey } = given(steppingDown, held('h1', day(21), day(25))).when(timePasses(day(25)));
    expect(journey.status === 'active' && journey.transition).toMatchObject({ handOffDueAt: day(38) });
    const targeted = [...inCareAt('residential'), goalsSet(day(1), 'r1'), goalReached('r1', day(20))];
    const { journey: after } = given(targeted, held('h1', day(21), day(22))).when(timePasses(day(22)));
    expect(after.status === 'active' && after.transition).toMatchObject({ handOffDueAt: day(28), targetAt: day(24) });
  });
});
