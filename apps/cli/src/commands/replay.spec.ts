import type { Difference, Replayed } from '@stepway/pathway';
import { groupsOf } from './replay-groups.ts';
import { replayInWords } from './replay-words.ts';

type Compared = Extract<Replayed, { outcome: 'compared' }>;

const at = '2026-05-14T12:00:00.000Z';
const proposedInstead: Difference = {
  about: 'step-up',
  subject: 'u1',
  own: { at, outcome: 'started, to residential', rules: [] },
  proposed: { at, outcome: 'proposed, to residential', rules: ['mode-automatic'] },
};
const later = (day: string): Difference => ({
  about: 'step-down',
  subject: 'iop from x',
  own: { at, outcome: 'to aftercare, started 2026-05-20', rules: [] },
  proposed: { at, outcome: `to aftercare, started ${day}`, rules: ['minimum-stay'] },
});
const asked: Difference = {
  about: 'task',
  subject: 'decide-proposal',
  own: null,
  proposed: { at, outcome: '2', rules: ['decide-proposal'] },
};
const of = (episodeId: string, ...differences: readonly Difference[]): Compared => ({
  episodeId,
  outcome: 'compared',
  differences,
  notSaid: [],
  faithful: true,
});

describe('the differences of a policy replay', () => {
  it('are counted by the rules that make them, each person once, those of most people first', () => {
    const journeys = [
      of('a', later('2026-06-01'), proposedInstead, { ...proposedInstead, subject: 'u2' }),
      of('b', proposedInstead, asked),
      of('c', later('2026-07-01'), proposedInstead),
    ];
    expect(groupsOf(journeys).map(({ about, own, proposed, people }) => [about, own, proposed, people])).toEqual([
      ['step-up', 'started, to residential', 'proposed, to residential', 3],
      ['step-down', 'to aftercare, started', 'to aftercare, started', 2],
      ['task', 'decide-proposal', 'asked for more often', 1],
    ]);
  });

  it('are said per rule, then person by person, then with what they cannot tell', () => {
    const different = [
      {
        ...of('a', proposedInstead),
        notSaid: [{ at, event: 'TransitionCompleted' as const, why: 'no-such-move' as const }],
      },
    ];
    const result = {
      programme: { id: 'standard-four', version: 3 },
      from: null,
      to: at,
      compared: 4,
      different,
      notCompared: [{ episodeId: 'b', outcome: 'not-compared' as const, why: 'LevelHasNoCounterpart' as const }],
      lessSure: 1,
      notSaid: 1,
      rules: groupsOf(different),
    };
    expect(replayInWords(result).split('\n')).toEqual([
      'By standard-four v3, 1 of 4 people would have been treated otherwise.',
      '      1  More support: started, to residential → proposed, to residential (nothing against it → mode-automatic)',
      'a',
      '  More support, u1: started, to residential → proposed, to residential',
      '  2026-05-14 12:00 TransitionCompleted could not have been said: no-such-move',
      'b cannot be compared: LevelHasNoCounterpart',
      'What people would have done about moves that only happen by the proposed programme, nobody knows: those stay as the rules leave them.',
      '1 things that people said could not have been said by it.',
      '1 journeys do not come to the same when they are lived again by their own version: these are less sure.',
      '1 journeys could not be compared.',
      'No journey was touched.',
    ]);
  });
});
