import { assessed } from '../specs/assessments.ts';
import { continues, day, definitive, inCareAt, stopsTaking, takes } from '../specs/commands.ts';
import { givenWith, timePasses, type Step } from '../specs/given.ts';
import {
  appointed,
  arrived,
  cancelledBy,
  discharged,
  first,
  goalReached,
  goalsSet,
  held,
  notMade,
  notSeen,
  overrideTo,
  placeDeclined,
  placeOffered,
  released,
} from '../specs/moves.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { noSlot } from '../specs/waiting.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const steppingUp = [...inIop, definitive([['cocaine', 'positive']])];
const down = [...inIop, goalsSet(day(1), 'g1')];
const waiting = [...down, goalReached('g1', day(5))];
const quiet = withoutTestPlan(standardFour);
const confirming = { ...quiet, stepDown: { ...quiet.stepDown, mode: 'confirm' as const } };

/** How the first task of this kind ended by what came after, if it did. */
function ended(kind: string, before: readonly Step[], after: readonly Step[], programme = quiet): string | undefined {
  const { events } = givenWith({ programme }).when(...before, ...after);
  const task = events.find((event) => event.type === 'TaskOpened' && event.data.kind === kind)?.data;
  const taskId = task && 'taskId' in task ? task.taskId : undefined;
  return events.find(
    ({ type, data }) => /^Task(Completed|Cancelled)$/.test(type) && 'taskId' in data && data.taskId === taskId,
  )?.type;
}
type Ends = readonly (readonly [string, readonly Step[], readonly Step[], string | undefined])[];

describe('a task of a hand-off', () => {
  const booked = [...steppingUp, appointed(first, day(10), day(11)), timePasses(plusHours(day(11), 2))];
  const missed = [...steppingUp, notSeen(first, day(11))];
  const later = plusHours(day(11), 3);
  const ends: Ends = [
    ['schedule-hand-off', steppingUp, [timePasses(day(12))], undefined],
    ['schedule-hand-off', steppingUp, [appointed(first, day(11), day(12))], 'TaskCompleted'],
    ['schedule-hand-off', steppingUp, [arrived(first, day(11))], 'TaskCompleted'],
    ['schedule-hand-off', steppingUp, [notSeen(first, day(11))], 'TaskCancelled'],
    ['schedule-hand-off', steppingUp, [cancelledBy(first, 'clinician-retains', day(11))], 'TaskCancelled'],
    ['schedule-hand-off', steppingUp, [noSlot(first, day(11))], 'TaskCancelled'],
    ['hand-off-outreach', missed, [arrived(first, day(12))], 'TaskCompleted'],
    ['hand-off-outreach', missed, [appointed(first, later, day(12))], 'TaskCompleted'],
    ['hand-off-outreach', missed, [notSeen(first, day(12))], 'TaskCancelled'],
    ['hand-off-outreach', missed, [notMade(first, day(12))], 'TaskCancelled'],
    ['record-attendance', booked, [timePasses(day(12))], undefined],
    ['record-attendance', booked, [arrived(first, day(11), later)], 'TaskCompleted'],
    ['record-attendance', booked, [notSeen(first, later)], 'TaskCompleted'],
    ['record-attendance', booked, [appointed(first, later, day(12))], 'TaskCompleted'],
    ['record-attendance', booked, [notMade(first, later)], 'TaskCancelled'],
    ['hand-off-overdue', steppingUp, [timePasses(day(20))], undefined],
    ['hand-off-overdue', steppingUp, [timePasses(day(13)), arrived(first, day(14))], 'TaskCompleted'],
    ['hand-off-overdue', steppingUp, [timePasses(day(13)), notMade(first, day(14))], 'TaskCancelled'],
    ['ask-patient-decision', steppingUp, [arrived(first, day(11))], 'TaskCancelled'],
  ];
  it.each(ends)('%s ends by what is said next', (kind, before, after, how) =>
    expect(ended(kind, before, after)).toBe(how),
  );
});

describe('the task of medication continuity', () => {
  const methadone = takes('methadone', { kind: 'moud' });
  const two = [...inIop, methadone, takes('gabapentin'), overrideTo('aftercare', day(3))];
  const ends: Ends = [
    [
      'is answered by every next dose',
      two,
      [continues('methadone', day(4), day(6)), continues('gabapentin', day(4), day(6))],
      'TaskCompleted',
    ],
    ['is not answered by one of two', two, [continues('methadone', day(4), day(6))], undefined],
    [
      'is answered where the other has ended',
      two,
      [stopsTaking('gabapentin', day(4)), continues('methadone', day(4), day(6))],
      'TaskCompleted',
    ],
    [
      'is not answered by the end of all',
      two,
      [stopsTaking('gabapentin', day(4)), stopsTaking('methadone', day(4))],
      undefined,
    ],
    [
      'is not answered by what was arranged before',
      [...inIop, methadone, continues('methadone', day(1), day(3)), overrideTo('aftercare', day(3))],
      [timePasses(day(4))],
      undefined,
    ],
    ['is moot once the person is there', two, [arrived(first, day(4))], 'TaskCancelled'],
    [
      'is kept while the move waits',
      [...down, methadone, continues('methadone', day(19), day(21)), goalReached('g1', day(20)), timePasses(day(21))],
      [held('h1', day(23), day(25))],
      undefined,
    ],
  ];
  it.each(ends)('%s', (_what, before, after, how) => expect(ended('medication-continuity', before, after)).toBe(how));
});

describe('the list of what less support waits for', () => {
  const kind = 'resolve-step-down-guards';
  it.each<Ends[number]>([
    ['stands while something is missing', waiting, [timePasses(plusHours(day(14), -9))], undefined],
    ['is done when the move begins', waiting, [timePasses(day(14))], 'TaskCompleted'],
    ['is moot when there is a further goal', waiting, [goalsSet(day(6), 'g2')], 'TaskCancelled'],
    ['is moot when the person leaves', waiting, [discharged('dropped-out', day(6))], 'TaskCancelled'],
    [
      'is moot when the person goes elsewhere',
      waiting,
      [overrideTo('residential', day(6)), arrived(first, day(7))],
      'TaskCancelled',
    ],
  ])('%s', (_what, before, after, how) => expect(ended(kind, before, after)).toBe(how));

  it('is done when the move is proposed', () =>
    expect(ended(kind, waiting, [timePasses(day(14))], confirming)).toBe('TaskCompleted'));

  it('is moot when it turns out that a person kept the level', () => {
    const hold = held('h1', day(22), day(30));
    const kept = [...down, goalReached('g1', day(20)), cancelledBy(first, 'clinician-retains', day(21)), hold];
    const again = assessed({ 3: '1.0' }, day(23));
    const { events } = givenWith({ programme: quiet }).when(...kept, again);
    expect(ended(kind, kept, [again])).toBeUndefined();
    expect(ended(kind, kept, [again, withdrawn(idOf('AssessmentRecorded', events), day(24))])).toBe('TaskCancelled');
  });

  it('is one, however often it is looked at', () => {
    const places = [1, 2].flatMap((n) => [
      placeOffered('aftercare', day(5 + n), day(13), { slotId: `s${n}` }),
      placeDeclined(`s${n}`, day(5 + n + 0.5)),
    ]);
    const { events } = givenWith({ programme: quiet }, waiting).when(...places);
    expect(events.filter(({ type }) => type === 'TransitionConsidered')).toHaveLength(4);
    expect(events.filter(({ type }) => type === 'TaskOpened')).toEqual([]);
  });

  it('is due within a day, or when time can bring nothing more', () => {
    const dueAt = (...steps: readonly Step[]) =>
      givenWith({ programme: quiet }, down)
        .when(...steps)
        .events.flatMap((event) => (event.type === 'TaskOpened' && event.data.kind === kind ? [event.data.dueAt] : []));
    expect(dueAt(held('h1', day(19), day(25)), goalReached('g1', day(20)))).toEqual([day(21)]);
    expect(dueAt(goalReached('g1', day(5)))).toEqual([plusHours(day(14), -8)]);
    expect(dueAt(held('h1', day(19), day(25)), goalReached('g1', day(20)), released('h1', day(21)))).toEqual([day(21)]);
  });
});
