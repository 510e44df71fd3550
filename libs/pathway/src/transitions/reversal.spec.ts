import { assessed } from '../specs/assessments.ts';
import { movedToVersion } from '../specs/after.ts';
import { day, definitive, inCareAt, reviewed } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, givenWith, type Step } from '../specs/given.ts';
import {
  arrived,
  decided,
  discharged,
  done,
  first,
  happened,
  held,
  overrideTo,
  released,
  second,
} from '../specs/moves.ts';
import { leaves, raised, resolved } from '../specs/safety.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const cocaine = definitive([['cocaine', 'positive']]);
const inResidential = [...inIop, cocaine, arrived(first, day(12))];
const review = (at: string, finding: 'expected-prescribed' | 'unexpected-use' = 'expected-prescribed') =>
  reviewed('S-2026-05-14T12', 'cocaine', finding, at);
const third = 'episode-1.t3';
const moveWas = 'What the move from Intensive outpatient (IOP) to Residential stood on no longer stands';
const looksAt = (why: string) => `${moveWas}: nothing is reversed by itself; a person looks at it, because ${why}.`;

describe('to go back from a move whose grounds fell', () => {
  const all = [
    { rule: 'in-care', held: true, saw: 'in care' },
    { rule: 'made-by-rule', held: true, saw: 'begun by a rule' },
    { rule: 'still-where-it-led', held: true, saw: 'there since' },
    { rule: 'level-before-is-offered', held: true, saw: 'iop' },
    { rule: 'no-open-crisis', held: true, saw: 'none' },
    { rule: 'not-in-hospital-or-jail', held: true, saw: 'no' },
    { rule: 'no-move-open', held: true, saw: 'none' },
    { rule: 'no-hold', held: true, saw: 'none' },
  ];
  const but = (...not: readonly { rule: string; saw: string }[]) =>
    all.map((one) => {
      const other = not.find(({ rule }) => rule === one.rule);
      return other ? { ...other, held: false } : one;
    });

  it('is proposed with every rule and what it saw, to be decided within a day', () => {
    const { events } = given(inResidential).when(review(day(13)));
    const withdrawn = idOf('UseWithdrawn', events);
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    expect(considered?.causedBy).toBe(withdrawn);
    expect(considered?.data).toEqual({
      decisionId: expect.any(String),
      about: 'step-down',
      outcome: 'proposed',
      sentence: `${moveWas}: to go back to Intensive outpatient (IOP) is proposed to a person.`,
      rules: all,
      programme: { id: 'standard-four', version: 2 },
      trigger: { eventId: withdrawn },
      reverses: first,
      transitionId: second,
    });
    expect(events.find((event) => event.type === 'TransitionProposed')?.causedBy).toBe(considered?.id);
    expect(wholeData('TransitionProposed', { events })).toEqual([
      {
        transitionId: second,
        kind: 'step-down',
        from: 'residential',
        to: 'iop',
        grounds: [],
        deadlineAt: day(14),
        atDeadline: 'escalate',
        reverses: first,
      },
    ]);
  });

  it.each<readonly [string, readonly Step[], readonly { rule: string; saw: string }[], string]>([
    [
      'the person left',
      [...inResidential, discharged('dropped-out', day(13))],
      [
        { rule: 'in-care', saw: 'not in care' },
        { rule: 'still-where-it-led', saw: 'at another level since' },
      ],
      'the person is not in care any more',
    ],
    [
      'a person decided on it',
      [...inIop, overrideTo('residential', day(9)), cocaine, arrived(first, day(12))],
      [{ rule: 'made-by-rule', saw: 'a person decided on it' }],
      'a person decided on the move',
    ],
    [
      'the person went on since',
      [...inResidential, overrideTo('iop', day(12.5)), arrived(second, day(13))],
      [{ rule: 'still-where-it-led', saw: 'at another level since' }],
      'the person is at another level since',
    ],
    [
      'a crisis is open',
      [...inResidential, raised('psychosis', day(13))],
      [{ rule: 'no-open-crisis', saw: `psychosis since ${day(13)}` }],
      'a crisis comes first',
    ],
    [
      'the person is in hospital',
      [...inResidential, leaves(day(13), 'hospital')],
      [{ rule: 'not-in-hospital-or-jail', saw: `in hospital since ${day(13)}` }],
      'rules may not go back there',
    ],
    [
      'another move is open',
      [...inResidential, overrideTo('detox', day(13))],
      [{ rule: 'no-move-open', saw: 'on the way to detox' }],
      'another move is open',
    ],
    [
      'moves are paused',
      [...inResidential, held('h1', day(13), day(20))],
      [{ rule: 'no-hold', saw: `automatic moves are paused until ${day(20)}` }],
      'automatic moves are paused',
    ],
  ])('is looked at by a person where %s', (_what, before, not, why) => {
    const { events } = given(before).when(review(day(13.5)));
    const considered = events.find((event) => event.type === 'TransitionConsidered' && event.data.reverses === first);
    expect(considered?.data).toMatchObject({ outcome: 'task', rules: but(...not), sentence: looksAt(why) });
    expect(considered?.data).not.toHaveProperty('transitionId');
    const asked = events.find((event) => event.type === 'TaskOpened' && event.data.kind === 'review-completed-move');
    expect(asked?.causedBy).toBe(considered?.id);
    expect(asked?.data).toEqual({
      taskId: 'episode-1.task.review-completed-move.t1',
      kind: 'review-completed-move',
      role: 'therapist',
      subject: first,
      dueAt: plusHours(day(14), 12),
    });
  });

  it('is looked at once; again where that was not asked for in between', () => {
    const paused = [...inResidential, held('h1', day(13), day(20)), review(day(13.5))];
    const task = { taskId: 'episode-1.task.review-completed-move.t1' };
    const looked = (...steps: readonly Step[]) => wholeData('TransitionConsidered', given(paused).when(...steps));
    expect(looked(released('h1', day(14)))).toEqual([]);
    given(paused)
      .when(review(day(14), 'unexpected-use'))
      .thenIncludes(happened('TaskCancelled', task));
    expect(looked(review(day(14), 'unexpected-use'), review(day(15)))).toContainEqual(
      expect.objectContaining({ reverses: first, outcome: 'task' }),
    );
    expect(
      looked(done(task.taskId, day(14)), review(day(14.5), 'unexpected-use'), review(day(15))).filter(
        (one) => 'reverses' in one,
      ),
    ).toEqual([]);
  });

  it('leads there once approved and made, and that is known of it', () => {
    const back = given(inResidential, review(day(13)), decided(second, 'approve', day(14))).when(
      arrived(second, day(15)),
    );
    expect(
      wholeData('TransitionStarted', given(inResidential, review(day(13))).when(decided(second, 'approve', day(14)))),
    ).toEqual([
      {
        transitionId: second,
        kind: 'step-down',
        from: 'residential',
        to: 'iop',
        grounds: [],
        handOffDueAt: day(21),
        targetAt: day(17),
        reverses: first,
      },
    ]);
    expect(back.journey.completedTransitions.at(-1)).toEqual({
      transitionId: second,
      kind: 'step-down',
      from: 'residential',
      to: 'iop',
      grounds: [],
      by: 'rule',
      reverses: first,
      startedAt: day(14),
      completedAt: day(15),
    });
    expect(back.journey.completedTransitions[0]).toMatchObject({ transitionId: first, reversal: 'proposed' });
  });

  it('waits for the end of a hold with what it goes back from', () => {
    const { journey } = given(inResidential, review(day(13))).when(held('h1', day(13.5), day(20)));
    expect(journey.status === 'active' && journey.transition).toEqual({
      transitionId: second,
      kind: 'step-down',
      from: 'residential',
      to: 'iop',
      grounds: [],
      by: 'rule',
      reverses: first,
      state: 'suspended',
      suspendedAt: day(13.5),
      before: expect.objectContaining({ state: 'proposed', reverses: first }),
    });
  });

  it('ends in a crisis, and is looked at anew then', () => {
    const proposed = [...inResidential, review(day(13))];
    const { journey } = given(proposed)
      .when(raised('psychosis', day(13.5)))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: second, cause: 'crisis' }),
        happened('TransitionConsidered', {
          reverses: first,
          outcome: 'task',
          sentence: looksAt('a crisis comes first'),
        }),
      );
    expect(journey.completedTransitions[0]).toMatchObject({ reversal: 'task' });
    given(proposed, raised('psychosis', day(13.5)))
      .when(resolved(day(15)))
      .thenLacks('TransitionProposed');
  });

  it('is not ended by an assessment: a person decides', () => {
    given(inResidential, review(day(13)))
      .when(assessed({ 5: '3.5' }, day(13.5)))
      .thenLacks('TransitionCancelled');
  });

  it('is no more asked where the use stands again, whose place the move takes up', () => {
    const { journey } = given(inResidential, review(day(13))).when(review(day(14), 'unexpected-use'));
    expect(journey.completedTransitions[0]).not.toHaveProperty('reversal');
    const after = given(inResidential, review(day(13)), review(day(14), 'unexpected-use')).when(review(day(15)));
    expect(wholeData('TransitionProposed', after)).toMatchObject([{ transitionId: third, reverses: first }]);
  });

  it('is looked at where the programme by which the person is treated since has that level no more', () => {
    const quiet = withoutTestPlan(standardFour);
    const { iop: _gone, ...levels } = quiet.levels;
    const without = { ...quiet, version: 3, levels, ladder: ['detox', 'residential', 'aftercare'] };
    const rules = { programme: quiet, versions: [without] };
    const then = givenWith(rules, inResidential, movedToVersion(without, day(12.5))).when(review(day(13)));
    const considered = then.events.find((event) => event.type === 'TransitionConsidered');
    expect(considered?.data).toMatchObject({
      outcome: 'task',
      rules: but({ rule: 'level-before-is-offered', saw: 'iop' }),
      sentence:
        'What the move from iop to Residential stood on no longer stands: nothing is reversed by itself; a person looks at it, because rules may not go back there.',
    });
  });
});
