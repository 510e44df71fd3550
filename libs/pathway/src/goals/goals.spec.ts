import type { Command, CommandOf } from '../commands.ts';
import type { GoalDomain } from '../vocabulary.ts';
import { assessed } from '../specs/assessments.ts';
import { day, inCareAt, opened, said } from '../specs/commands.ts';
import { goalReopened, goalWithdrawn } from '../specs/contact.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, first, goalReached, goalsSet, happened, overrideTo } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { goalDomainsWithoutGoal } from './template.ts';

const inIop = inCareAt('iop');
const goal = (domain: GoalDomain, fingerprint?: string): CommandOf<'SetGoals'> => ({
  type: 'SetGoals',
  ...said(day(2), 'therapist'),
  goals: [{ goalId: 'g1', domain, text: { sealed: 'a.b.c' }, ...(fingerprint && { fingerprint }) }],
});

describe('goals', () => {
  it('belong to the level at which they were agreed', () => {
    given(inIop)
      .when(goalsSet(day(1), 'g1'))
      .thenIncludes(happened('GoalsSet', { level: 'iop' }));
    given(opened({ entryLevel: 'detox' }))
      .when(goalsSet(day(-1), 'g1'))
      .thenIncludes(happened('GoalsSet', { level: 'detox' }));
  });

  it('are set and reached once each', () => {
    given(inIop, goalsSet(day(1), 'g1'))
      .when(goalsSet(day(1), 'g1'))
      .thenNothing();
    given(inIop, goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(2)))
      .when(goalReached('g1', day(3)))
      .thenNothing();
    given(inIop)
      .when(goalReached('g9', day(3)))
      .thenRejects('UnknownGoal');
  });

  it('keep their domain', () => {
    given(inIop, goalsSet(day(1), 'g1'))
      .when(goal('housing'))
      .thenRejects('GoalConflict');
  });

  it('keep their words: the same goal in other words is a conflict, although both are sealed', () => {
    given(inIop, goal('housing', 'one')).when(goal('housing', 'other')).thenRejects('GoalConflict');
    given(inIop, goal('housing', 'one')).when(goal('housing', 'one')).thenNothing();
  });

  it('from before words had a fingerprint are known by id and domain', () => {
    given(inIop, goal('housing')).when(goal('housing', 'other')).thenNothing();
  });

  it('are not set for an episode that has ended, but one agreed before its end may be told later', () => {
    given(inIop, discharged('dropped-out', day(3)))
      .when(goalsSet(day(4), 'g1'))
      .thenRejects('EpisodeDischarged');
    given(inIop, discharged('dropped-out', day(3)))
      .when(goalsSet(day(2), 'g1'))
      .thenIncludes(happened('GoalsSet'));
  });
});

describe('a goal that was achieved', () => {
  const achieved = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(5))];

  it('can be taken up again, and achieved again', () => {
    const { journey } = given(achieved)
      .when(goalReopened('g1', day(6)), goalReached('g1', day(9)))
      .thenIncludes(happened('GoalReopened', { goalId: 'g1' }), happened('GoalCompleted', { goalId: 'g1' }));
    expect(journey.goals).toMatchObject([{ state: 'achieved', completedAt: day(9) }]);
  });

  it('is open when taken up again, and shows no day of achievement', () => {
    const { journey } = given(achieved).when(goalReopened('g1', day(6)));
    expect(journey.goals).toMatchObject([{ state: 'open' }]);
    expect(journey.goals[0]).not.toHaveProperty('completedAt');
  });

  it('told once more after it was taken up again stays open', () => {
    given(achieved, goalReopened('g1', day(6)))
      .when(goalReached('g1', day(5)))
      .thenNothing();
    given(achieved, goalReopened('g1', day(6)), goalReached('g1', day(9)))
      .when(goalReopened('g1', day(6)))
      .thenNothing();
  });

  it('is not withdrawn: it was reached', () => {
    given(achieved)
      .when(goalWithdrawn('g1', day(6)))
      .thenRejects('GoalNotOpen');
  });
});

describe('a goal that is withdrawn', () => {
  const open = [...inIop, goalsSet(day(1), 'g1', 'g2')];

  it('is withdrawn for a reason, once', () => {
    const { journey } = given(open)
      .when(goalWithdrawn('g1', day(4)))
      .thenIncludes(happened('GoalWithdrawn', { goalId: 'g1' }));
    expect(journey.goals[0]).toMatchObject({ state: 'withdrawn', withdrawnAt: day(4) });
    given(open)
      .when(goalWithdrawn('g1', day(4), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(open, goalWithdrawn('g1', day(4)))
      .when(goalWithdrawn('g1', day(4)))
      .thenNothing();
    given(open)
      .when(goalWithdrawn('g9', day(4)))
      .thenRejects('UnknownGoal');
  });

  it('is not achieved before it is taken up again', () => {
    given(open, goalWithdrawn('g1', day(4)))
      .when(goalReached('g1', day(5)))
      .thenRejects('GoalNotOpen');
    given(open, goalWithdrawn('g1', day(4)), goalReopened('g1', day(5)))
      .when(goalReached('g1', day(6)))
      .thenIncludes(happened('GoalCompleted'));
  });

  it('is neither withdrawn nor taken up after the episode has ended', () => {
    given(open, discharged('dropped-out', day(5)))
      .when(goalWithdrawn('g1', day(6)))
      .thenRejects('EpisodeDischarged');
    given(open, goalReached('g1', day(4)), discharged('dropped-out', day(5)))
      .when(goalReopened('g1', day(6)))
      .thenRejects('EpisodeDischarged');
    given(open)
      .when(goalReopened('g9', day(6)))
      .thenRejects('UnknownGoal');
    given(open)
      .when(goalReopened('g1', day(6)))
      .thenNothing();
  });

  it('no longer stands against less support, if another was achieved', () => {
    const considered = happened('TransitionConsidered', { about: 'step-down', outcome: 'started' });
    given(open, goalReached('g1', day(16)))
      .when(goalWithdrawn('g2', day(20)))
      .thenIncludes(considered);
    given(open, goalWithdrawn('g2', day(4)))
      .when(goalReached('g1', day(20)))
      .thenIncludes(considered);
  });

  it('does not lead to less support where nothing was achieved', () => {
    given(open, goalWithdrawn('g1', day(4)))
      .when(goalWithdrawn('g2', day(20)))
      .thenLacks('TransitionConsidered');
  });
});

describe('a step down whose goal is taken up again', () => {
  const onTheWay = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];

  it('ends: its ground is gone', () => {
    given(onTheWay)
      .when(goalReopened('g1', day(21)))
      .thenIncludes(happened('TransitionCancelled', { transitionId: first, cause: 'grounds-withdrawn' }));
  });

  it('is considered afresh when the goal is achieved again', () => {
    given(onTheWay, goalReopened('g1', day(21)))
      .when(goalReached('g1', day(25)))
      .thenIncludes(happened('TransitionStarted', { kind: 'step-down', transitionId: 'episode-1.t2' }));
  });

  it('goes on where a person decided it', () => {
    const byAPerson = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(2)), overrideTo('aftercare', day(3))];
    given(byAPerson)
      .when(goalReopened('g1', day(4)), timePasses(day(5)))
      .thenLacks('TransitionCancelled');
  });

  it('goes on where an assessment is its reason, whatever becomes of the goals', () => {
    const byAssessment = [...inCareAt('residential'), goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(5))];
    const { journey } = given(byAssessment, assessed({ 4: '2.1' }, day(9))).when(goalReopened('g1', day(10)));
    expect(journey).toMatchObject({ transition: { kind: 'step-down', to: 'iop' } });
  });

  it('goes on when a further goal is set: it may be the next level’s', () => {
    given(onTheWay)
      .when(goalsSet(day(21), 'g2'))
      .thenLacks('TransitionCancelled');
  });
});

describe('the template of a level', () => {
  const withoutGoal = (...steps: readonly (Command | readonly Command[])[]) =>
    goalDomainsWithoutGoal(given(...steps).when(timePasses(day(3))).journey, standardFour);

  it('names the domains that no goal of the level covers yet', () => {
    expect(withoutGoal(inIop)).toEqual(standardFour.levels['iop']?.goalTemplate);
    expect(withoutGoal(inIop, goal('housing'))).not.toContain('housing');
    expect(withoutGoal(inIop, goal('housing'))).toContain('abstinence');
  });

  it('is not covered by a goal that was withdrawn, nor by one of another level', () => {
    expect(withoutGoal(inIop, goal('housing'), goalWithdrawn('g1', day(3)))).toContain('housing');
    expect(withoutGoal(opened({ entryLevel: 'detox' }), goal('health'))).toEqual([]);
    expect(withoutGoal(inCareAt('detox'), goal('health'))).not.toContain('health');
  });
});
