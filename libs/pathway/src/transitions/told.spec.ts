import { day, definitive, inCareAt } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, givenWith, timePasses, type Step } from '../specs/given.ts';
import {
  appointed,
  arrived,
  cancelledBy,
  decided,
  first,
  goalReached,
  goalsSet,
  happened,
  held,
  notMade,
  notSeen,
  overrideTo,
  released,
  second,
} from '../specs/moves.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { noSlot } from '../specs/waiting.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import type { EventType } from '../events.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const cocaine = definitive([['cocaine', 'positive']]);
const use = 'episode-1.use.S-2026-05-14T12';
const steppingUp = [...inIop, cocaine];
const steppingDown = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];
const reason = { sealed: 'kid.nonce.words' };
const transitionId = first;
const up = { transitionId, kind: 'step-up', from: 'iop', to: 'residential' };
const down = { transitionId, kind: 'step-down', from: 'iop', to: 'aftercare' };
const quiet = withoutTestPlan(standardFour);
const asking = {
  programme: {
    ...quiet,
    stepUp: { ...quiet.stepUp, mode: 'propose' as const },
    stepDown: { ...quiet.stepDown, mode: 'confirm' as const },
  },
};

/** What the events of this type say that came of these steps. */
const told = (type: EventType, before: readonly Step[], ...steps: readonly Step[]) =>
  wholeData(type, given(before).when(...steps));

describe('what is told of a move', () => {
  it('is from where it leads to where, on what it stands, and by when the person is to be seen', () => {
    expect(told('TransitionStarted', inIop, cocaine)).toEqual([{ ...up, grounds: [use], handOffDueAt: day(13) }]);
    expect(told('TransitionStarted', [], ...steppingDown)).toEqual([{ ...down, grounds: [], handOffDueAt: day(34) }]);
  });

  it('is why, where a person decided on it', () => {
    expect(told('TransitionStarted', inIop, overrideTo('aftercare', day(3)))).toEqual([
      { ...down, grounds: [], handOffDueAt: day(17), reasonCode: 'clinical-judgement', reason },
    ]);
  });

  it('is by when a proposal is decided, and what happens then', () => {
    expect(wholeData('TransitionProposed', givenWith(asking, inIop).when(cocaine))).toEqual([
      { ...up, grounds: [use], deadlineAt: day(11), atDeadline: 'escalate' },
    ]);
    expect(wholeData('TransitionProposed', givenWith(asking).when(...steppingDown))).toEqual([
      { ...down, grounds: [], deadlineAt: day(21), atDeadline: 'escalate' },
    ]);
  });

  it.each([
    ['approve', 'TransitionApproved'],
    ['decline', 'TransitionDeclined'],
  ] as const)('is that a person said %s, and in which words', (decision, type) => {
    const word = decided(first, decision, plusHours(day(10), 2));
    const said = givenWith(asking, steppingUp);
    expect(wholeData(type, said.when(word))).toEqual([{ transitionId }]);
    expect(wholeData(type, said.when({ ...word, reason }))).toEqual([{ transitionId, reason }]);
  });

  it('is the appointment, who was not seen how often, and for what reason', () => {
    const appointment = appointed(first, day(10), day(11));
    expect(told('HandOffScheduled', steppingUp, appointment)).toEqual([{ transitionId, appointmentAt: day(11) }]);
    const missed = [notSeen(first, day(11)), { ...notSeen(first, day(12), 'declined'), reason }];
    expect(told('HandOffMissed', steppingUp, ...missed)).toEqual([
      { transitionId, times: 1, reasonCode: 'did-not-attend' },
      { transitionId, times: 2, reasonCode: 'declined', reason },
    ]);
    expect(told('TransitionWaitlisted', steppingUp, noSlot(first, day(11)))).toEqual([
      { transitionId, level: 'residential' },
    ]);
    expect(told('TransitionWaitlisted', steppingUp, { ...noSlot(first, day(11)), reason })).toEqual([
      { transitionId, level: 'residential', reason },
    ]);
  });

  it('is when it was made', () => {
    expect(told('TransitionCompleted', steppingUp, arrived(first, day(11)))).toEqual([{ ...up, attendedAt: day(11) }]);
  });

  it('is that it was not made, after how many appointments', () => {
    expect(told('TransitionFailed', steppingUp, notSeen(first, day(11)), notMade(first, day(12)))).toEqual([
      { ...up, times: 1, reasonCode: 'did-not-attend', reason },
    ]);
    expect(told('TransitionFailed', [...steppingDown, held('h1', day(21), day(25))], notMade(first, day(22)))).toEqual([
      { ...down, times: 0, reasonCode: 'did-not-attend', reason },
    ]);
  });

  it('is why it was ended before it was made', () => {
    const cancel = cancelledBy(first, 'no-longer-indicated', day(11));
    expect(told('TransitionCancelled', steppingUp, cancel)).toEqual([{ transitionId, cause: 'no-longer-indicated' }]);
    expect(told('TransitionCancelled', steppingUp, { ...cancel, reason })).toEqual([
      { transitionId, cause: 'no-longer-indicated', reason },
    ]);
  });

  it('is what it waits for, and that it goes on', () => {
    const hold = [held('h1', day(21), day(25)), released('h1', day(22))];
    expect(told('TransitionSuspended', steppingDown, ...hold)).toEqual([{ transitionId, cause: 'hold' }]);
    expect(told('TransitionResumed', steppingDown, ...hold)).toEqual([{ transitionId }]);
  });

  it('is for what it went to somebody above', () => {
    const seen = [notSeen(first, day(11)), notSeen(first, plusHours(day(11), 1)), timePasses(day(13))];
    expect(told('TransitionEscalated', steppingUp, ...seen)).toEqual([
      { transitionId, cause: 'did-not-attend-twice' },
      { transitionId, cause: 'hand-off-overdue' },
    ]);
    const proposed = givenWith(asking, steppingUp).when(timePasses(day(11)));
    expect(wholeData('TransitionEscalated', proposed)).toEqual([{ transitionId, cause: 'proposal-deadline' }]);
  });

  it('is on what it stands since a use joined it, and by when the person is to be seen for an urgent one', () => {
    const other = definitive([['methamphetamine', 'positive']], { collectedAt: day(14) });
    const grounds = [use, 'episode-1.use.S-2026-05-18T12'];
    expect(told('TransitionRegrounded', steppingUp, other)).toEqual([{ transitionId, grounds }]);
    const urgent = definitive([['fentanyl', 'positive']], { collectedAt: day(35) });
    const begun = [...inIop, definitive([['cocaine', 'positive']], { collectedAt: day(34.5) })];
    expect(told('TransitionRegrounded', begun, urgent)).toMatchObject([{ transitionId, targetAt: day(36) }]);
  });
});

describe('what was considered about less support', () => {
  const considered = (...steps: readonly Step[]) =>
    given(inIop, goalsSet(day(1), 'g1'))
      .when(...steps)
      .events.filter((event) => event.type === 'TransitionConsidered' || event.type === 'GoalCompleted');

  it('is told whole: what came of it, every rule with what it saw, by which programme, and for which reason', () => {
    const [reached, then] = considered(goalReached('g1', day(20)));
    expect(then?.causedBy).toBe(reached?.id);
    expect(then?.occurredAt).toBe(day(20));
    expect(then?.data).toEqual({
      decisionId: 'episode-1.d1',
      about: 'step-down',
      outcome: 'started',
      sentence:
        'All goals in Intensive outpatient (IOP) are reached: less support begins, from Intensive outpatient (IOP) to Aftercare.',
      rules: [
        { rule: 'not-retained-by-a-person', held: true, saw: 'no' },
        { rule: 'minimum-stay', held: true, saw: 'day 20 of at least 14' },
        { rule: 'no-open-crisis', held: true, saw: 'none' },
        { rule: 'no-unsettled-result', held: true, saw: 'none' },
        { rule: 'no-use-in-look-back', held: true, saw: 'none in 14 days' },
        { rule: 'no-hold', held: true, saw: 'none' },
        { rule: 'not-in-hospital-or-jail', held: true, saw: 'no' },
        { rule: 'attendance-in-last-full-week', held: 'unknown', saw: 'no treatment session recorded' },
        { rule: 'no-assessment-against', held: 'unknown', saw: 'no current assessment' },
        { rule: 'therapist-meeting', held: 'unknown', saw: 'not recorded' },
        { rule: 'patient-agrees', held: 'unknown', saw: 'not recorded' },
        { rule: 'safe-place-to-live', held: 'unknown', saw: 'not recorded' },
        { rule: 'medication-continuity', held: true, saw: 'no medication on record' },
        { rule: 'receiving-place', held: 'unknown', saw: 'not recorded' },
      ],
      programme: { id: 'standard-four', version: 2 },
      trigger: { eventId: reached?.id },
      to: 'aftercare',
      transitionId: first,
    });
  });

  it('names no move where none came of it, and is what the list to the coordinator is about', () => {
    const [, then] = considered(goalReached('g1', day(5)));
    expect(then?.data).not.toHaveProperty('transitionId');
    const { events } = given(inIop, goalsSet(day(1), 'g1')).when(goalReached('g1', day(5)));
    const list = events.find((event) => event.type === 'TaskOpened');
    expect(list?.causedBy).toBe(idOf('TransitionConsidered', events));
    expect(list?.data).toEqual({
      taskId: 'episode-1.task.resolve-step-down-guards.d1',
      kind: 'resolve-step-down-guards',
      role: 'coordinator',
      subject: 'episode-1.d1',
      dueAt: plusHours(day(14), -8),
    });
  });

  it('numbers moves and decisions through the episode, whatever became of them', () => {
    const { journey } = given(steppingUp, cancelledBy(first, 'clinician-retains', day(11)))
      .when(overrideTo('residential', day(12)))
      .thenIncludes(happened('TransitionStarted', { transitionId: second }));
    expect([journey.transitionCount, journey.decisionCount]).toEqual([2, 2]);
  });
});

describe('what is known of a move', () => {
  const open = (before: readonly Step[], ...steps: readonly Step[]) => {
    const { journey } = given(before).when(...steps);
    return journey.status === 'active' ? journey.transition : undefined;
  };
  const begun = { missed: 0, missedAt: [], missedTwiceSaid: false, overdueSaid: false };

  it('is who began it and since when, while it is under way', () => {
    const started = { ...up, state: 'started', by: 'rule', grounds: [use], startedAt: day(10), handOffDueAt: day(13) };
    expect(open(inIop, cocaine)).toEqual({ ...started, ...begun });
    const escalated = { missed: 2, missedAt: [day(11), day(12)], missedTwiceSaid: true, overdueSaid: true };
    expect(open(steppingUp, notSeen(first, day(11)), notSeen(first, day(12)), timePasses(day(13)))).toEqual({
      ...started,
      ...escalated,
    });
    expect(open(inIop, overrideTo('residential', day(3)))).toEqual({
      ...up,
      state: 'started',
      by: 'person',
      grounds: [],
      startedAt: day(3),
      handOffDueAt: day(6),
      reasonCode: 'clinical-judgement',
      ...begun,
    });
  });

  it('is what it was before it had to wait', () => {
    const before = { ...down, state: 'started', by: 'rule', grounds: [], startedAt: day(20), handOffDueAt: day(34) };
    expect(open(steppingDown, held('h1', day(21), day(25)))).toEqual({
      ...down,
      state: 'suspended',
      by: 'rule',
      grounds: [],
      suspendedAt: day(21),
      before: { ...before, ...begun },
    });
  });

  it('is from when to when it took once it was made, by whom, also where the person arrived while it waited', () => {
    const made = (before: readonly Step[], ...steps: readonly Step[]) =>
      given(before).when(...steps).journey.completedTransitions;
    expect(made(steppingUp, arrived(first, day(11)))).toEqual([
      { ...up, grounds: [use], by: 'rule', startedAt: day(10), completedAt: day(11) },
    ]);
    expect(made([...inIop, overrideTo('residential', day(3))], arrived(first, day(4)))).toEqual([
      { ...up, grounds: [], by: 'person', startedAt: day(3), completedAt: day(4) },
    ]);
    expect(made(steppingDown, held('h1', day(21), day(25)), arrived(first, day(22)))).toEqual([
      { ...down, grounds: [], by: 'rule', startedAt: day(20), completedAt: day(22) },
    ]);
  });

  it('is a proposal with its deadline; approved, it is the same move, begun then', () => {
    const { journey } = givenWith(asking, inIop).when(cocaine);
    expect(journey.status === 'active' && journey.transition).toEqual({
      ...up,
      state: 'proposed',
      by: 'rule',
      grounds: [use],
      proposedAt: day(10),
      deadlineAt: day(11),
      atDeadline: 'escalate',
    });
    const approved = givenWith(asking, steppingUp).when(decided(first, 'approve', plusHours(day(10), 2))).journey;
    expect(approved.transitionCount).toBe(1);
    expect(approved.status === 'active' && approved.transition).toMatchObject({
      state: 'started',
      startedAt: plusHours(day(10), 2),
      handOffDueAt: plusHours(day(13), 2),
    });
  });
});
