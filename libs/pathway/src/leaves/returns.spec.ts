import { day, definitive, inCareAt, stopsTaking, takes } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { plusHours, plusMinutes } from '../time.ts';
import { idOf } from '../specs/withdrawn-facts.ts';

const residential = inCareAt('residential');
const back = { expectedReturnAt: day(3) };
const onPass = [...residential, leaves(day(2), 'pass', back)];
const task = (kind: string, of = 'l1'): string => `episode-1.task.${kind}.${of}`;
const l2 = { leaveId: 'l2' } as const;
const stateOf = (taskId: string, ...steps: readonly (Step | readonly Step[])[]) =>
  given(...steps)
    .when()
    .journey.tasks.find((one) => one.taskId === taskId)?.state;

describe('a return that is overdue', () => {
  const overdue = [...onPass, timePasses(plusHours(day(3), 2))];
  const putOff = (expectedReturnAt: string, toldAt: string) => leaves(day(2), 'pass', { expectedReturnAt, toldAt });

  it('asks the coordinator to confirm it, and calls two hours later, each until two hours later', () => {
    const { events } = given(onPass).when(timePasses(plusHours(day(3), 2)));
    expect(events.filter(({ type }) => type === 'TaskOpened').map(({ data }) => data)).toEqual([
      {
        taskId: task('confirm-return'),
        kind: 'confirm-return',
        role: 'coordinator',
        subject: 'l1',
        dueAt: plusHours(day(3), 2),
      },
      { taskId: task('safety-call'), kind: 'safety-call', role: 'nurse', subject: 'l1', dueAt: plusHours(day(3), 4) },
    ]);
    given(onPass)
      .when(timePasses(plusMinutes(plusHours(day(3), 2), -1)))
      .thenLacks(taskOpened('safety-call'));
  });

  it('calls by the coordinator where nobody is there round the clock', () => {
    given(inCareAt('iop'), leaves(day(2), 'other', back))
      .when(timePasses(plusHours(day(3), 2)))
      .thenIncludes(taskOpened('safety-call', { role: 'coordinator' }));
  });

  it('and is put off by less than the two hours of the call, is not called about', () => {
    given(overdue)
      .when(putOff(plusHours(day(3), 1), plusHours(day(3), 2.5)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('safety-call') }));
  });

  it('and is put off, then expected sooner, is called about again', () => {
    const sooner = [
      putOff(plusHours(day(3), 20), plusHours(day(3), 3)),
      putOff(plusHours(day(3), -1), plusHours(day(3), 4)),
    ];
    expect(stateOf(task('safety-call'), overdue, sooner.slice(0, 1))).toBe('cancelled');
    expect(stateOf(task('safety-call'), overdue, sooner)).toBe('open');
  });

  it('is not asked for after the end of the episode', () => {
    const ended = [...overdue, discharged('dropped-out', plusHours(day(3), 3))];
    expect(stateOf(task('safety-call'), ended)).toBe('cancelled');
    expect(stateOf(task('confirm-return'), ended)).toBe('cancelled');
  });

  it('is of one leave: that of another one is no answer', () => {
    const second = [
      ...onPass,
      isBack(day(2.5)),
      leaves(day(10), 'pass', { ...l2, expectedReturnAt: day(11) }),
      timePasses(plusHours(day(11), 2)),
    ];
    expect(stateOf(task('safety-call', 'l2'), second)).toBe('open');
  });
});

describe('the test after a short leave', () => {
  const cocaine = (collectedAt: string, status: 'final' | 'cancelled' = 'final') =>
    definitive([['cocaine', 'negative']], { collectedAt, status });
  const atReturn = day(2.5);
  const returned = [...onPass, isBack(atReturn)];

  it.each([
    ['collected with the return', [...returned, cocaine(atReturn)], 'completed'],
    ['collected before', [...returned, { ...cocaine(plusMinutes(atReturn, -1)), occurredAt: day(3) }], 'open'],
    ['of a report that was cancelled', [...returned, cocaine(day(2.6), 'cancelled')], 'open'],
    ['not collected before the episode ended', [...returned, discharged('other', day(2.6))], 'cancelled'],
  ])('%s', (_, steps, state) => {
    expect(stateOf(task('return-test'), steps)).toBe(state);
  });

  it('says by whom, until when, and for which return', () => {
    const { events } = given(onPass).when(isBack(atReturn));
    expect(events.find(({ data }) => 'kind' in data && data.kind === 'return-test')).toMatchObject({
      causedBy: idOf('LeaveEnded', events),
      data: { taskId: task('return-test'), role: 'nurse', subject: 'l1', dueAt: plusHours(atReturn, 24) },
    });
  });
});

describe('medication and tolerance after hospital and jail', () => {
  const moudAsked = (...before: readonly Step[]) =>
    given(residential, before, leaves(day(2), 'jail'))
      .when(isBack(day(4)))
      .events.some(({ data }) => 'kind' in data && data.kind === 'moud-same-day');
  const methadone = takes('methadone', { kind: 'moud' });

  it.each<[string, readonly Step[], boolean]>([
    ['nothing is known of opioids', [], false],
    ['a medication for opioid use disorder was taken', [methadone], true],
    ['one ended as the person left', [methadone, stopsTaking('methadone', day(2))], false],
    ['one ended after the person left', [methadone, stopsTaking('methadone', day(2.5))], true],
    ['another medication was taken', [takes('lorazepam')], false],
    ['a test showed cocaine', [definitive([['cocaine', 'positive']], { collectedAt: day(1) })], false],
    ['a test showed no fentanyl', [definitive([['fentanyl', 'negative']], { collectedAt: day(1) })], false],
  ])('is looked after the same day where %s', (_, before, asked) => {
    expect(moudAsked(...before)).toBe(asked);
  });

  it('asks a nurse and a prescriber the same day, for that return', () => {
    const { events } = given(residential, methadone, leaves(day(2), 'jail')).when(isBack(day(4)));
    const causedBy = idOf('LeaveEnded', events);
    const dueAt = plusHours(day(4), 12);
    const asked = events.filter(({ type }) => type === 'TaskOpened');
    expect(asked).toMatchObject(
      [
        ['medication-list', 'nurse'],
        ['tolerance-check', 'nurse'],
        ['moud-same-day', 'prescriber'],
      ].map(([kind = '', role]) => ({ causedBy, data: { taskId: task(kind), kind, role, subject: 'l1', dueAt } })),
    );
  });

  it('asks nothing for one who left in the moment of admission, as if they had come since', () => {
    given(residential)
      .when(leaves(day(0), 'hospital'), timePasses(day(1)))
      .thenLacks('LeaveEnded', 'TaskOpened');
  });

  it('judges a positive again by a stay in hospital that becomes known after another leave', () => {
    const before = [...residential, leaves(day(1), 'jail'), isBack(day(2))];
    given(before, definitive([['fentanyl', 'positive']], { collectedAt: day(6) }))
      .when(leaves(day(4), 'hospital', { ...l2, toldAt: day(7) }))
      .thenIncludes(disposed('awaiting-review', { drugClass: 'fentanyl' }));
  });
});
