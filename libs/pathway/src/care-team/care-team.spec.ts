import { day, definitive, inCareAt } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { assigned, claimed, raised, team } from '../specs/safety.ts';
import { plusHours } from '../time.ts';
import { ownerOf } from './owner.ts';

const inIop = inCareAt('iop');
const [ada, ben] = [
  { staffId: 'ada', role: 'coordinator' },
  { staffId: 'ben', role: 'nurse' },
] as const;
const steppedUp = [...inIop, definitive([['cocaine', 'positive']], { specimenId: 's1' })];
const appointment = 'episode-1.task.schedule-hand-off.t1';

describe('a care team', () => {
  it('is named as a whole, and known when told again', () => {
    given(inIop)
      .when(team(day(1), ada, ben))
      .thenIncludes(happened('CareTeamAssigned', { members: [ada, ben] }));
    given(inIop, team(day(1), ada, ben))
      .when(team(day(2), ben, ada))
      .thenNothing();
    const { journey } = given(inIop, team(day(1), ada, ben)).when(team(day(2), ben));
    expect(journey.careTeam).toEqual([ben]);
    given()
      .when(team(day(1), ada))
      .thenRejects('EpisodeNotOpened');
  });

  it('is not brought back by being told again after another one was named', () => {
    const before = team(day(1), ada, ben);
    const { journey } = given(inIop, before, team(day(2), ben))
      .when(before)
      .thenNothing();
    expect(journey.careTeam).toEqual([ben]);
  });

  it('has the tasks of its roles, until somebody takes them on or they go up', () => {
    const owner = (...steps: readonly Step[]) => {
      const { journey } = given(inIop, team(day(1), ada, ben), steppedUp.slice(2), ...steps).when();
      const task = journey.tasks.find(({ taskId }) => taskId === appointment);
      return task && ownerOf(journey, task);
    };
    expect(owner()).toEqual({ ...ada, by: 'care-team' });
    expect(owner(claimed(appointment, day(10)))).toMatchObject({ staffId: 'coordinator-1', by: 'claim' });
    expect(owner(assigned(appointment, day(10), 'eve', 'coordinator'))).toMatchObject({ staffId: 'eve' });
    expect(owner(timePasses(plusHours(day(11), 1)))).toBeUndefined();
    expect(owner(team(day(10), ada, { staffId: 'eve', role: 'coordinator' }))).toBeUndefined();
  });

  it('has no crisis before somebody has acknowledged it', () => {
    const { journey } = given(inIop, team(day(1), ada)).when(raised('overdose', day(2)));
    const task = journey.tasks.find(({ kind }) => kind === 'crisis');
    expect(task && ownerOf(journey, task)).toBeUndefined();
  });
});
