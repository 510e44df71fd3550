import { cameBack } from '../specs/after.ts';
import { admitted, day, inCareAt, opened } from '../specs/commands.ts';
import { assessed, rated, uses } from '../specs/assessments.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, discharged, first, happened, overrideTo } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { assessmentTaskSettled } from './tasks-settled.ts';

const iop = { 4: '2.1' } as const;
const inIop = inCareAt('iop');

describe('an assessment that indicates more support than the person has', () => {
  const more = assessed({ 5: '3.5' }, day(3));
  const asked = taskOpened('act-on-assessment');

  it('error 1: asks somebody to decide, and moves no one', () => {
    given(inIop)
      .when(more, timePasses(day(20)))
      .thenIncludes(taskOpened('act-on-assessment', { dueAt: day(4) }))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('is answered by a move, or by the reason for less', () => {
    given(inIop, more)
      .when(overrideTo('residential', day(3.2)))
      .thenIncludes(happened('TaskCompleted'));
    given(inIop)
      .when(assessed({ 5: '3.5' }, day(3), { actualLevel: 'iop', discrepancyReason: 'patient-preference' }))
      .thenLacks(asked);
    given(inIop, more)
      .when(assessed({ 5: '3.5' }, day(4), { actualLevel: 'iop', discrepancyReason: 'waiting-list' }))
      .thenIncludes(happened('TaskCancelled'))
      .thenLacks(asked);
  });

  it('asks nothing where the level is enough, or the last one found less', () => {
    given(inIop)
      .when(assessed(iop, day(3)))
      .thenLacks(asked);
    given(inIop, more)
      .when(assessed(iop, day(4)))
      .thenIncludes(happened('TaskCancelled'));
  });

  it('asks also on admission to less than was indicated, and where the programme has no such level', () => {
    given(opened(), assessed({ 5: '3.5' }, day(-2)))
      .when(admitted('iop'))
      .thenIncludes(asked);
    given(inCareAt('residential'))
      .when(rated([0, 4, 0, 0, 0, 0], day(3)))
      .thenIncludes(asked);
  });

  it('asks also at a level to which the person came, from their first moment there', () => {
    const moved = [...inCareAt('residential'), overrideTo('iop', day(2)), arrived(first, day(4))];
    given(moved)
      .when(assessed({ 5: '3.5' }, day(5)))
      .thenIncludes(asked);
    given(moved)
      .when(assessed({ 5: '3.5' }, day(4)))
      .thenIncludes(asked);
    given(moved)
      .when(assessed({ 5: '3.5' }, day(3.9), { occurredAt: day(5) }))
      .thenLacks(asked);
  });

  it('asks also on a return, and where it was made within 14 days before admission', () => {
    const left = [...inIop, discharged('dropped-out', day(5))];
    given(left, assessed({ 5: '3.5' }, day(8)))
      .when(cameBack('iop', day(9)))
      .thenIncludes(asked);
    given(opened(), assessed({ 5: '3.5' }, day(-13.99)))
      .when(admitted('iop'))
      .thenIncludes(asked);
    given(opened(), assessed({ 5: '3.5' }, day(-14)))
      .when(admitted('iop'))
      .thenLacks(asked);
  });

  it('asks nothing more when it proves to be of somebody else', () => {
    const eventId = idOf('AssessmentRecorded', given(inIop).when(more).events);
    given(inIop, more)
      .when(withdrawn(eventId, day(3.5)))
      .thenIncludes(happened('TaskCancelled', { taskId: `episode-1.task.act-on-assessment.${more.assessmentId}` }));
  });

  it('ends as done where the level gives by then what it asked for, else as moot: by itself, not by the first made', () => {
    const before = [...inIop, assessed(iop, day(2)), more];
    given(before)
      .when(assessed(iop, day(4)))
      .thenIncludes(happened('TaskCancelled', { taskId: `episode-1.task.act-on-assessment.${more.assessmentId}` }))
      .thenLacks('TaskCompleted');
    const { journey } = given(before).when(timePasses(day(3)));
    const task = journey.tasks.find(({ kind }) => kind === 'act-on-assessment');
    const { iop: level } = standardFour.levels;
    if (!task || !level) throw new Error('it was asked, in IOP');
    const as = (rank: number) => ({ ...standardFour, levels: { ...standardFour.levels, iop: { ...level, rank } } });
    expect([2, 3, 4].map((rank) => assessmentTaskSettled(journey, task, as(rank)))).toEqual([
      undefined,
      'completed',
      'completed',
    ]);
  });

  it('asks nothing about a level that a person left by decision', () => {
    given(inCareAt('residential'), assessed({ 5: '3.5' }, day(3)), overrideTo('iop', day(4)))
      .when(arrived(first, day(5)), timePasses(day(9)))
      .thenLacks(asked);
  });

  it('says nothing of what it only tells of substances', () => {
    given(inIop)
      .when(uses(day(3), { drugClass: 'cocaine', pattern: 'daily' }))
      .thenLacks(asked);
  });
});
