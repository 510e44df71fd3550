import { day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, givenWith, type Step } from '../specs/given.ts';
import {
  appointed,
  arrived,
  cancelledBy,
  decided,
  discharged,
  first,
  goalReached,
  goalsSet,
  held,
  notMade,
  notSeen,
  overrideTo,
  second,
} from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { noSlot } from '../specs/waiting.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const steppingUp = [...inIop, definitive([['cocaine', 'positive']])];
const suspended = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20)), held('h1', day(20.5), day(25))];
const proposing = { programme: { ...standardFour, stepUp: { ...standardFour.stepUp, mode: 'propose' as const } } };
const rejection = (before: readonly Step[], step: Step) => given(before).when(step).rejection;

/** Everything that a person says of a move, on this day. */
const words = (at: string, transitionId = first): readonly (readonly [string, Step])[] => [
  ['an appointment', appointed(transitionId, at, day(30))],
  ['an arrival', arrived(transitionId, at)],
  ['an absence', notSeen(transitionId, at)],
  ['a missing place', noSlot(transitionId, at)],
  ['its end', notMade(transitionId, at)],
  ['a cancellation', cancelledBy(transitionId, 'clinician-retains', at)],
  ['an approval', decided(transitionId, 'approve', at)],
];

describe('what is said of a move', () => {
  it.each(words(day(11)))('needs a person in care, with this move open: %s', (_what, step) => {
    expect(rejection([], step)).toEqual({ type: 'EpisodeNotOpened' });
    expect(rejection([opened()], step)).toEqual({ type: 'NotAdmitted' });
    expect(rejection([...steppingUp, discharged('dropped-out', plusHours(day(10), 1))], step)).toEqual({
      type: 'EpisodeDischarged',
    });
    const unknown = { type: 'UnknownTransition', transitionId: first };
    expect(rejection(inIop, step)).toEqual({ ...unknown, open: null });
    const other = [...steppingUp, overrideTo('detox', plusHours(day(10), 1))];
    expect(rejection(other, step)).toEqual({ ...unknown, open: second });
  });

  it.each(words(plusHours(day(10), 2)).slice(0, 5))('needs one that has begun: %s', (_what, step) => {
    expect(givenWith(proposing, steppingUp).when(step).rejection).toEqual({
      type: 'TransitionNotStarted',
      transitionId: first,
      state: 'proposed',
    });
  });

  it('is no appointment and no absence while it waits; an arrival and an end are', () => {
    const waiting = (step: Step) => rejection(suspended, step);
    const not = { type: 'TransitionNotStarted', transitionId: first, state: 'suspended' };
    expect(waiting(appointed(first, day(21), day(30)))).toEqual(not);
    expect(waiting(notSeen(first, day(21)))).toEqual(not);
    expect(waiting(noSlot(first, day(21)))).toEqual(not);
    expect(waiting(arrived(first, day(21)))).toBeUndefined();
    expect(waiting(notMade(first, day(21)))).toBeUndefined();
  });

  it('is no decision once it has begun', () => {
    for (const decision of ['approve', 'decline'] as const)
      expect(rejection(steppingUp, decided(first, decision, day(11)))).toEqual({
        type: 'TransitionNotProposed',
        transitionId: first,
        state: 'started',
      });
  });

  it('is why, where it is not made', () =>
    expect(rejection(steppingUp, notMade(first, day(11), { reason: undefined }))).toEqual({ type: 'ReasonRequired' }));
});

describe('what is said again of a move', () => {
  const booked = appointed(first, plusHours(day(10), 1), day(11));
  it('is no news: the same appointment, whenever it is told; another time is', () => {
    const at = (told: number, appointmentAt = day(11)) =>
      wholeData(
        'HandOffScheduled',
        given(steppingUp, booked).when(appointed(first, plusHours(day(10), told), appointmentAt)),
      );
    expect(at(1)).toEqual([]);
    expect(at(2)).toEqual([]);
    expect(at(1, day(12))).toHaveLength(1);
    expect(at(2, day(12))).toHaveLength(1);
  });

  it('is no news of an earlier appointment that gave way; made anew, it is', () => {
    const moved = [booked, appointed(first, plusHours(day(10), 2), day(12))];
    const again = (told: number) =>
      wholeData('HandOffScheduled', given(steppingUp, moved).when(appointed(first, plusHours(day(10), told), day(11))));
    expect(again(1)).toEqual([]);
    expect(again(3)).toEqual([{ transitionId: first, appointmentAt: day(11) }]);
  });

  it('is no news of an absence of the same moment, and of a missing place as long as there is none', () => {
    const absent = notSeen(first, plusHours(day(10), 1));
    const times = (...steps: readonly Step[]) => wholeData('HandOffMissed', given(steppingUp, absent).when(...steps));
    expect(times(absent)).toEqual([]);
    expect(times(notSeen(first, plusHours(day(10), 2)))).toMatchObject([{ times: 2 }]);
    const waits = given(steppingUp, noSlot(first, plusHours(day(10), 1)));
    expect(wholeData('TransitionWaitlisted', waits.when(noSlot(first, plusHours(day(10), 2))))).toEqual([]);
    expect(times(noSlot(first, plusHours(day(10), 1)))).toEqual([]);
    expect(given(steppingUp, absent).when(noSlot(first, plusHours(day(10), 1))).events).toContainEqual(
      expect.objectContaining({ type: 'TransitionWaitlisted' }),
    );
  });

  it('is another arrival only where the move was made at another moment', () => {
    const made = [...steppingUp, arrived(first, day(11))];
    expect(rejection(made, arrived(first, day(11), day(12)))).toBeUndefined();
    expect(rejection(made, arrived(first, day(10.5), day(12)))).toEqual({
      type: 'UnknownTransition',
      transitionId: first,
      open: null,
    });
  });
});

describe('a person’s override', () => {
  it('is refused in the order in which a person would ask: whether there is such a level, another than this, and why', () => {
    const to = (level: string, fields: Parameters<typeof overrideTo>[2] = {}) =>
      rejection(inIop, overrideTo(level, day(3), fields));
    const levels = ['detox', 'residential', 'iop', 'aftercare'];
    expect(to('php', { reason: undefined })).toEqual({ type: 'UnknownLevel', level: 'php', levels });
    expect(to('iop', { reason: undefined })).toEqual({ type: 'SameLevel', level: 'iop' });
    expect(to('residential', { reason: undefined })).toEqual({ type: 'ReasonRequired' });
    expect(rejection([], overrideTo('residential', day(3)))).toEqual({ type: 'EpisodeNotOpened' });
  });

  const begins = (before: readonly Step[], step: Step) => wholeData('TransitionStarted', given(before).when(step));

  it('is no news while a person’s move there is under way, for whatever reason; a rule’s move it takes over', () => {
    const own = [...inIop, overrideTo('residential', day(3))];
    expect(begins(own, overrideTo('residential', day(4), { reasonCode: 'safety' }))).toEqual([]);
    expect(begins(own, overrideTo('detox', day(4)))).toMatchObject([{ to: 'detox' }]);
    expect(begins(steppingUp, overrideTo('residential', day(11)))).toMatchObject([
      { to: 'residential', grounds: ['episode-1.use.S-2026-05-14T12'], reasonCode: 'clinical-judgement' },
    ]);
  });

  it('keeps the uses of a step up only where it leads to more support itself', () => {
    expect(begins(steppingUp, overrideTo('aftercare', day(11)))).toMatchObject([{ kind: 'step-down', grounds: [] }]);
    const down = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];
    expect(begins(down, overrideTo('residential', day(21)))).toMatchObject([{ kind: 'step-up', grounds: [] }]);
  });

  it('is the same one told again by its level, its reason and its time', () => {
    const ended = [...inIop, overrideTo('residential', day(3)), cancelledBy(first, 'clinician-retains', day(4))];
    expect(begins(ended, overrideTo('residential', day(3)))).toEqual([]);
    expect(begins(ended, overrideTo('detox', day(3)))).toHaveLength(1);
    expect(begins(ended, overrideTo('residential', day(3), { reasonCode: 'safety' }))).toHaveLength(1);
    expect(begins(ended, overrideTo('residential', plusHours(day(3), 0.001)))).toHaveLength(1);
  });
});
