import type { CommandOf } from '../commands.ts';
import type { GoalDomain } from '../vocabulary.ts';
import { day, inCareAt, opened, said } from '../specs/commands.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, discharged, first, goalsSet, happened, overrideTo } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusMinutes } from '../time.ts';
import { goalDomainsWithoutGoal } from './template.ts';

const inIop = inCareAt('iop');
const text = { sealed: 'a.b.c' };
const set = (at: string, ...goals: readonly (readonly [string, GoalDomain, string?])[]): CommandOf<'SetGoals'> => ({
  type: 'SetGoals',
  ...said(at, 'therapist'),
  goals: goals.map(([goalId, domain, fingerprint]) => ({ goalId, domain, text, ...(fingerprint && { fingerprint }) })),
});
const open = [...inIop, goalsSet(day(1), 'g1', 'g2')];

describe('the level of a goal', () => {
  // Residential until day 20, IOP from then on.
  const moved = [...inCareAt('residential'), overrideTo('iop', day(19)), arrived(first, day(20))];

  it.each([
    ['before admission, for the entry level', day(-1), 'residential'],
    ['on admission', day(0), 'residential'],
    ['shortly before the move', plusMinutes(day(20), -1), 'residential'],
    ['at the move', day(20), 'iop'],
    ['later', day(25), 'iop'],
  ])('is where the person was when it was agreed, told late: %s', (_, at, level) => {
    given(moved, timePasses(day(30)))
      .when(goalsSet(at, 'g1'))
      .thenIncludes(happened('GoalsSet', { level }));
  });

  it('is the last one when it was agreed at the very end of the episode, and none after it', () => {
    const ended = [...moved, discharged('dropped-out', day(24))];
    given(ended, timePasses(day(30)))
      .when(goalsSet(day(24), 'g1'))
      .thenIncludes(happened('GoalsSet', { level: 'iop' }));
    given(ended)
      .when(goalsSet(plusMinutes(day(24), 1), 'g1'))
      .thenRejects('EpisodeDischarged');
  });
});

describe('several goals told at once', () => {
  it('are set once each, without those that are known', () => {
    const { events } = given(open).when(
      set(day(2), ['g3', 'housing'], ['g1', 'coping-and-triggers'], ['g3', 'housing']),
    );
    expect(events.find(({ type }) => type === 'GoalsSet')?.data).toEqual({
      level: 'iop',
      goals: [{ goalId: 'g3', domain: 'housing', text }],
    });
  });

  it('contradict neither each other nor what is known', () => {
    const conflict = { type: 'GoalConflict', goalId: 'g3' };
    expect(given(open).when(set(day(2), ['g3', 'housing'], ['g3', 'legal'])).rejection).toEqual(conflict);
    expect(given(open, set(day(2), ['g3', 'housing'])).when(set(day(3), ['g4', 'legal'], ['g3', 'legal'])).rejection)
      // The first that contradicts is named.
      .toEqual(conflict);
  });

  it.each([
    [undefined, undefined, false],
    ['one', undefined, false],
    [undefined, 'other', false],
    ['one', 'one', false],
    ['one', 'other', true],
  ])('are compared by their words where both have a fingerprint: %s, %s', (known, told, conflict) => {
    const { rejection } = given(inIop, set(day(1), ['g1', 'housing', known])).when(
      set(day(2), ['g1', 'housing', told]),
    );
    expect(rejection?.type).toBe(conflict ? 'GoalConflict' : undefined);
  });
});

describe('the template of a level', () => {
  it('is covered by the goals of that level alone', () => {
    const moved = [
      ...inCareAt('residential'),
      set(day(1), ['g1', 'abstinence']),
      overrideTo('iop', day(3)),
      arrived(first, day(4)),
    ];
    const { journey } = given(moved).when(set(day(5), ['g2', 'housing']));
    const without = goalDomainsWithoutGoal(journey, standardFour);
    expect(without).toContain('abstinence');
    expect(without).not.toContain('housing');
  });

  it('asks nothing before admission, nor where the programme has no such level', () => {
    expect(goalDomainsWithoutGoal(given(opened()).when().journey, standardFour)).toEqual([]);
    const { journey } = given(inIop).when();
    expect(goalDomainsWithoutGoal(journey, { ...standardFour, levels: {} })).toEqual([]);
  });
});
