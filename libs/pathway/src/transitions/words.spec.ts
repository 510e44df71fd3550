import { day, definitive, inCareAt } from '../specs/commands.ts';
import { given, givenWith, type Step } from '../specs/given.ts';
import {
  answered,
  arrived,
  cancelledBy,
  discharged,
  first,
  goalReached,
  goalsSet,
  held,
  overrideTo,
} from '../specs/moves.ts';
import { leaves, raised } from '../specs/safety.ts';
import { standardFour } from '../specs/standard-four.ts';

const inIop = inCareAt('iop');
const cocaine = (onDay: number, reportedOn = onDay) =>
  definitive([['cocaine', 'positive']], { collectedAt: day(onDay), reportedAt: day(reportedOn) });
const found = 'Unexpected positive (cocaine), treated as new use';

/** The sentence of what was considered last. */
const told = (before: readonly Step[], ...steps: readonly Step[]): string | undefined =>
  given(before)
    .when(...steps)
    .events.findLast((event) => event.type === 'TransitionConsidered')?.data.sentence;

describe('what was considered about a new use is told in a sentence', () => {
  it.each<readonly [what: string, sentence: string, before: readonly Step[], use: Step]>([
    ['a move begins', 'more support begins, from Intensive outpatient (IOP) to Residential', inIop, cocaine(10)],
    [
      'it became known late',
      'more support in Residential is proposed to a person, because the result became known long after collection',
      inIop,
      cocaine(10, 30),
    ],
    [
      'a crisis is open',
      'more support in Residential is proposed to a person, because a crisis comes first',
      [...inIop, raised('suicidality', day(9))],
      cocaine(10),
    ],
    [
      'a move is under way',
      'it joins the move to Residential that is under way',
      [...inIop, overrideTo('residential', day(9))],
      cocaine(10),
    ],
    [
      'a move was made since',
      'it joins the move to Residential that was made since; a clinician looks at what came late',
      [...inIop, overrideTo('residential', day(9)), arrived(first, day(12))],
      cocaine(10, 13),
    ],
    [
      'the person left care',
      'it moves no one by itself, because the person is not in care now; a clinician looks at it',
      [...inIop, discharged('dropped-out', day(12))],
      cocaine(10, 13),
    ],
    [
      'a later specimen was negative',
      'it moves no one by itself, because it became known late, and a later specimen was negative; a clinician looks at it',
      [
        ...inCareAt('residential'),
        definitive([['cocaine', 'negative']], { collectedAt: day(11) }),
        overrideTo('iop', day(11)),
        arrived(first, day(12)),
      ],
      cocaine(10, 14),
    ],
    [
      'the person is in hospital',
      'the person is away in hospital or jail; a reassessment is asked for',
      [...inIop, leaves(day(9), 'hospital')],
      cocaine(10),
    ],
    [
      'nothing is above',
      'Withdrawal management (detox) has no level that rules may move to from here; a reassessment is asked for',
      inCareAt('detox'),
      cocaine(10),
    ],
    [
      'no sign of withdrawal risk is known',
      'a move to Withdrawal management (detox) needs a sign of withdrawal risk, and none is on record; a check is asked for today',
      inCareAt('residential'),
      cocaine(10),
    ],
    [
      'moves are paused',
      'automatic moves are paused; it is considered again when the pause ends',
      [...inIop, held('h1', day(9), day(16))],
      cocaine(10),
    ],
  ])('when %s', (_what, sentence, before, use) => expect(told(before, use)).toBe(`${found}: ${sentence}.`));

  it('when the programme counts', () => {
    const threshold = { uses: 2, withinDays: 28 };
    const programme = { ...standardFour, stepUp: { ...standardFour.stepUp, threshold } };
    const { events } = givenWith({ programme }, inIop).when(cocaine(10));
    expect(events.findLast((event) => event.type === 'TransitionConsidered')?.data.sentence).toBe(
      `${found}: 1 of the 2 uses within 28 days from which the programme offers more support.`,
    );
  });
});

describe('what was considered about less support is told in a sentence', () => {
  const reached = 'All goals in Intensive outpatient (IOP) are reached';
  const before = [...inIop, goalsSet(day(0), 'g1')];

  it('when it begins', () =>
    expect(told(before, goalReached('g1', day(20)))).toBe(
      `${reached}: less support begins, from Intensive outpatient (IOP) to Aftercare.`,
    ));

  it('when it waits, with all that it waits for', () =>
    expect(
      told([...before, held('h1', day(9), day(16)), answered('declines', day(9))], goalReached('g1', day(10))),
    ).toBe(
      `${reached}; Aftercare waits for the shortest stay of this level, the end of the pause and the person’s agreement.`,
    ));

  it('when a person kept the level', () =>
    expect(told([...before, goalReached('g1', day(20))], cancelledBy(first, 'clinician-retains', day(21)))).toBe(
      `${reached}; a person decided that Intensive outpatient (IOP) goes on.`,
    ));
});
