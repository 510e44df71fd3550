import type { CareEvent } from '../events.ts';
import type { Programme } from '../programme/programme.ts';
import { movedToVersion } from '../specs/after.ts';
import { admitted, day, definitive, opened, presumptive } from '../specs/commands.ts';
import { Lived, timePasses, type Step } from '../specs/given.ts';
import {
  arrived,
  cancelledBy,
  decided,
  done,
  first,
  goalReached,
  goalsSet,
  overrideTo,
  second,
} from '../specs/moves.ts';
import { newYork, standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import type { Difference } from './differences.ts';
import { replayJourney, type PolicyReplay, type Replayed } from './policy-replay.ts';

const ofNow = withoutTestPlan(standardFour);
const own = { programme: { id: 'standard-four', version: 2 } };
const inIop = [opened(own), admitted('iop')];
const cocaine = (on: number) => definitive([['cocaine', 'positive']], { specimenId: `S-${on}`, collectedAt: day(on) });
const proposing: Programme = { ...ofNow, stepUp: { ...ofNow.stepUp, mode: 'propose' } };

const logOf = (...steps: readonly (Step | readonly Step[])[]): readonly CareEvent[] => {
  const one = new Lived({ programme: ofNow, versions: [{ ...proposing, version: 3 }] });
  for (const step of steps.flat()) one.step(step);
  return one.events;
};
const replay = (log: readonly CareEvent[], proposed: Programme, more: Partial<PolicyReplay> = {}): Replayed =>
  replayJourney(log, {
    proposed,
    published: ({ version }) => (version === 3 ? { ...proposing, version: 3 } : ofNow),
    calendar: newYork,
    names: {},
    from: day(-100),
    until: day(60),
    ...more,
  });
const differencesOf = (replayed: Replayed): readonly Difference[] => {
  if (replayed.outcome !== 'compared') throw new Error(replayed.outcome);
  return replayed.differences;
};
const ofKind = (replayed: Replayed, about: Difference['about']) =>
  differencesOf(replayed).filter((one) => one.about === about);

/** A use about which a move is proposed that nobody answers, by one end of its time and by another. */
const replayOfProposals = (own: Programme['stepUp']['atDeadline']) => {
  const ending = (atDeadline: typeof own): Programme => ({ ...proposing, stepUp: { ...proposing.stepUp, atDeadline } });
  const one = new Lived({ programme: ending(own) });
  for (const step of [...inIop, cocaine(10), timePasses(day(60))]) one.step(step);
  return (atDeadline: typeof own) => replay(one.events, ending(atDeadline), { published: () => ending(own) });
};

describe('a log that is lived through a proposed version', () => {
  it('differs in nothing where the version says the same', () => {
    const log = logOf(inIop, cocaine(10), arrived(first, day(11)), goalsSet(day(12), 'g1'), timePasses(day(60)));
    expect(replay(log, ofNow)).toMatchObject({ outcome: 'compared', differences: [], notSaid: [], faithful: true });
  });

  it('says who would have been moved otherwise, and which rule says so', () => {
    const replayed = replay(logOf(inIop, cocaine(10)), proposing);
    expect(ofKind(replayed, 'step-up')).toEqual([
      {
        about: 'step-up',
        subject: expect.stringContaining('S-10'),
        own: { at: day(10), outcome: 'started, to residential', rules: [] },
        proposed: { at: day(10), outcome: 'proposed, to residential', rules: ['mode-automatic'] },
      },
    ]);
    expect(ofKind(replayed, 'task').map(({ subject }) => subject)).toContain('decide-proposal');
  });

  it('says whose proposal would have been applied, or lapsed, where nobody answered it', () => {
    const unanswered = replayOfProposals('escalate');
    const applied = ofKind(unanswered('apply'), 'step-up');
    expect(applied).toMatchObject([
      {
        own: { outcome: 'proposed, to residential', rules: ['mode-automatic'] },
        proposed: {
          outcome: 'proposed, to residential, begun at its deadline',
          rules: ['mode-automatic', 'proposal-deadline'],
        },
      },
    ]);
    expect(ofKind(unanswered('lapse'), 'step-up')).toMatchObject([
      { proposed: { outcome: 'proposed, to residential, lapsed', rules: ['mode-automatic', 'proposal-deadline'] } },
    ]);
  });

  it('says which results would have meant something else', () => {
    const { cocaine: known } = ofNow.windows;
    if (!known) throw new Error('no window');
    const windows = { ...ofNow.windows, cocaine: { ...known, unknown: { baseline: 20, residual: 20 } } };
    const replayed = replay(logOf(inIop, cocaine(10)), { ...ofNow, windows });
    expect(ofKind(replayed, 'drug-test')).toMatchObject([
      {
        subject: 'S-10 cocaine',
        own: { outcome: 'unexpected-use', rules: ['unexpected-use'] },
        proposed: { outcome: 'baseline', rules: ['baseline'] },
      },
    ]);
    expect(ofKind(replayed, 'step-up')).toMatchObject([{ proposed: null }]);
  });

  it('says who would have come to less support on another day, and what stood against it', () => {
    const reached = logOf(inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(3)), timePasses(day(60)));
    const { iop } = ofNow.levels;
    if (!iop) throw new Error('no level');
    const longer = { ...iop, stayDays: { ...iop.stayDays, minimum: 300 } };
    const replayed = replay(reached, { ...ofNow, levels: { ...ofNow.levels, iop: longer } });
    const [difference] = ofKind(replayed, 'step-down');
    expect(difference?.own?.outcome).toMatch(/^to aftercare, started /);
    expect(difference?.proposed).toMatchObject({ outcome: 'waits' });
    expect(difference?.proposed?.rules).toContain('minimum-stay');
  });

  it('lists what people said that there could not have been said: nobody knows what they would have done', () => {
    const log = logOf(inIop, cocaine(10), arrived(first, day(11)));
    const never: Programme = { ...ofNow, stepUp: { ...ofNow.stepUp, mode: 'review-only' } };
    const replayed = replay(log, never);
    expect(replayed).toMatchObject({
      notSaid: [{ at: day(11), event: 'TransitionCompleted', why: 'no-such-move' }],
    });
  });

  it('answers the same move under the number that it has there, and the task of the same kind', () => {
    const never: Programme = { ...ofNow, stepUp: { ...ofNow.stepUp, mode: 'review-only' } };
    const retained = cancelledBy(first, 'clinician-retains', day(10));
    const check = 'episode-1.task.overdose-check.S-10';
    const moved = [retained, overrideTo('residential', day(11)), done(check, day(11)), arrived(second, day(12))];
    expect(replay(logOf(inIop, cocaine(10), moved), never)).toMatchObject({
      notSaid: [
        { event: 'TransitionCancelled', why: 'no-such-move' },
        { event: 'TaskCompleted', why: 'no-such-task' },
      ],
    });
  });

  it('withdraws the same fact', () => {
    const told = logOf(inIop, cocaine(10));
    const log = logOf(inIop, cocaine(10), withdrawn(idOf('DrugTestResultRecorded', told), day(12)));
    const replayed = replay(log, proposing);
    expect(replayed).toMatchObject({ notSaid: [] });
    expect(ofKind(replayed, 'drug-test')).toEqual([]);
  });

  it('withdraws what a rule told of: a crisis raised for an overdose elsewhere', () => {
    const elsewhere = [inIop, treatedElsewhere(day(10), { kind: 'overdose-reversal' }), timePasses(day(10))];
    const log = logOf(...elsewhere, withdrawn(idOf('CrisisRaised', logOf(...elsewhere)), day(11)));
    expect(replay(log, proposing)).toMatchObject({ notSaid: [] });
  });
});

describe('a part of the log', () => {
  it('begins where the proposed version holds: what was decided before stays decided', () => {
    const log = logOf(
      inIop,
      cocaine(10),
      arrived(first, day(12)),
      presumptive([['fentanyl', 'positive']], { collectedAt: day(40) }),
    );
    expect(differencesOf(replay(log, proposing, { from: day(20) }))).toEqual([]);
    expect(differencesOf(replay(log, proposing)).length).toBeGreaterThan(0);
  });

  it('shows what the older results would mean from then on', () => {
    const { cocaine: known } = ofNow.windows;
    if (!known) throw new Error('no window');
    const windows = { ...ofNow.windows, cocaine: { ...known, unknown: { baseline: 20, residual: 20 } } };
    const log = logOf(inIop, cocaine(10), goalsSet(day(30), 'g1'));
    const replayed = replay(log, { ...ofNow, windows }, { from: day(20) });
    expect(ofKind(replayed, 'drug-test')).toMatchObject([
      { own: { outcome: 'unexpected-use' }, proposed: { outcome: 'baseline' } },
    ]);
  });

  it('leaves out what lies outside it', () => {
    const log = logOf(inIop, cocaine(10));
    expect(replay(log, proposing, { from: day(-200), until: day(-100) })).toMatchObject({ outcome: 'untouched' });
    expect(differencesOf(replay(log, proposing, { until: day(5) }))).toEqual([]);
  });
});

describe('a journey that cannot be compared', () => {
  const renamed = (): Programme => {
    const { iop, ...others } = ofNow.levels;
    if (!iop) throw new Error('no level');
    return { ...ofNow, levels: { ...others, intensive: { ...iop, id: 'intensive' } } };
  };

  it('is said to be none where the version has no such level', () => {
    const log = logOf(inIop, cocaine(10));
    expect(replay(log, renamed(), { from: day(5) })).toEqual({
      episodeId: 'episode-1',
      outcome: 'not-compared',
      why: 'LevelHasNoCounterpart',
    });
    expect(replay(log, renamed())).toMatchObject({ outcome: 'not-compared', why: 'UnknownLevel' });
  });

  it('is one where it is said what takes its place', () => {
    const log = logOf(inIop, goalsSet(day(6), 'g1'));
    const names = { iop: 'intensive' };
    expect(replay(log, renamed(), { names })).toMatchObject({ outcome: 'compared', notSaid: [] });
    expect(replay(log, renamed(), { names, from: day(5) })).toMatchObject({ outcome: 'compared', notSaid: [] });
  });
});

describe('a journey that was moved to another version meanwhile', () => {
  it('is lived again with the move by its own, and without it by the proposed one', () => {
    const log = logOf(
      inIop,
      movedToVersion({ id: 'standard-four', version: 3 }, day(5)),
      cocaine(10),
      decided(first, 'approve', day(10.5)),
    );
    const replayed = replay(log, ofNow);
    expect(replayed).toMatchObject({ faithful: true });
    expect(ofKind(replayed, 'step-up')).toMatchObject([
      { own: { outcome: 'proposed, to residential' }, proposed: { outcome: 'started, to residential' } },
    ]);
  });
});
