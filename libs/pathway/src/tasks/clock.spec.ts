import { outstanding } from '../advance.ts';
import { day } from '../specs/commands.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { assigned, claimed, snoozed } from '../specs/safety.ts';
import { plusHours, plusMinutes } from '../time.ts';
import { crisis, inCrisis, later, steppedUp, task, taskAfter } from '../specs/tasks.ts';

const [check, appointment] = [task('overdose-check', 's1'), task('schedule-hand-off', 't1')];
/** The appointment is asked of the coordinator within 24 hours. */
const due = plusHours(day(10), 24);

const upsOf = (taskId: string, steps: readonly Step[], until: string) =>
  given(steps)
    .when(timePasses(until))
    .events.filter((event) => event.type === 'TaskEscalated' && event.data.taskId === taskId)
    .map(({ occurredAt, data }) => ({ occurredAt, data }));

describe('the clock of a task', () => {
  it('starts anew for who is given a crisis: they acknowledge it within 15 minutes of being asked', () => {
    const at = plusMinutes(day(2), 10);
    const { events, journey } = given(inCrisis).when(assigned(crisis, at, 'ada', 'therapist'));
    expect(events.find(({ type }) => type === 'TaskAssigned')?.data).toStrictEqual({
      taskId: crisis,
      to: { staffId: 'ada', role: 'therapist' },
      acknowledgeBy: plusMinutes(at, 15),
    });
    expect(journey.tasks.find(({ taskId }) => taskId === crisis)).toMatchObject({ escalatesAt: plusMinutes(at, 15) });
  });

  it('goes on for who is given another', () => {
    expect(taskAfter(appointment, steppedUp, assigned(appointment, later, 'ada', 'coordinator'))).toMatchObject({
      escalatesAt: due,
    });
  });

  it('is waited for, as a task that is overdue', () => {
    const one = new Lived();
    for (const step of steppedUp) one.step(step);
    expect(outstanding(one.journey, one.context())).toContainEqual({ at: due, cause: 'task', subject: appointment });
  });

  it('ends at the top: nobody is above the medical director', () => {
    expect(upsOf(appointment, steppedUp, day(40))).toStrictEqual([
      {
        occurredAt: due,
        data: { taskId: appointment, role: 'programme-manager', nextAt: plusHours(due, 24) },
      },
      { occurredAt: plusHours(due, 24), data: { taskId: appointment, role: 'medical-director' } },
    ]);
    const atTheTop = taskAfter(appointment, steppedUp, timePasses(plusHours(due, 30)));
    expect(atTheTop).not.toHaveProperty('escalatesAt');
    const putOff = taskAfter(
      appointment,
      steppedUp,
      timePasses(plusHours(due, 30)),
      snoozed(appointment, plusHours(due, 30), plusHours(due, 40)),
    );
    expect(putOff).toMatchObject({ snoozedUntil: plusHours(due, 40), escalatedAt: plusHours(due, 24) });
    expect(putOff).not.toHaveProperty('escalatesAt');
  });

  it('begins anew when it goes up: who had it, and until when it was put off, is gone', () => {
    const up = taskAfter(
      appointment,
      steppedUp,
      claimed(appointment, day(10)),
      snoozed(appointment, later, plusHours(due, 5)),
      timePasses(plusHours(due, 6)),
    );
    expect(up).toMatchObject({ role: 'programme-manager', escalatesAt: plusHours(due, 29) });
    expect(up).not.toHaveProperty('owner');
    expect(up).not.toHaveProperty('snoozedUntil');
  });

  it.each([
    ['at once', plusMinutes(day(2), 15), ['therapist']],
    ['a minute before', plusMinutes(day(2), 14), []],
    ['to the next', plusMinutes(day(2), 30), ['therapist', 'nurse']],
  ])('of a crisis rings through the phone tree: %s', (_, until, roles) => {
    expect(upsOf(crisis, inCrisis, until).map(({ data }) => 'role' in data && data.role)).toEqual(roles);
  });

  it('of a crisis stops with the acknowledgement at the very moment before it rings', () => {
    given(inCrisis)
      .when(claimed(crisis, plusMinutes(day(2), 14), 'peer-worker'), timePasses(day(3)))
      .thenLacks(happened('TaskEscalated', { taskId: crisis }));
  });
});

describe('putting a task off', () => {
  const latest = plusHours(due, 72);

  it.each([
    ['to now', later, later, { type: 'EndsBeforeItBegins', field: 'until' }],
    ['to the latest moment', later, latest, undefined],
    ['beyond', later, plusMinutes(latest, 1), { type: 'SnoozeTooLong', until: plusMinutes(latest, 1), latest }],
  ])('%s', (_, at, until, rejection) => {
    expect(given(steppedUp).when(snoozed(appointment, at, until)).rejection).toEqual(rejection);
  });

  it('to the same moment as somebody else did is no news', () => {
    given(steppedUp, snoozed(appointment, day(10), day(12)))
      .when(snoozed(appointment, later, day(12)))
      .thenNothing();
  });

  it('to before it is overdue leaves it to go up then', () => {
    expect(upsOf(appointment, [...steppedUp, snoozed(appointment, day(10), later)], due)).toMatchObject([
      { occurredAt: due },
    ]);
  });

  it('is refused by its kind where somebody’s safety is asked about', () => {
    expect(given(steppedUp).when(snoozed(check, day(10), day(11))).rejection).toEqual({
      type: 'TaskNotSnoozable',
      taskId: check,
      kind: 'overdose-check',
    });
  });
});
