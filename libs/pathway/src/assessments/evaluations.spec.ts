import { day, inCareAt } from '../specs/commands.ts';
import { assessed } from '../specs/assessments.ts';
import { taskOpened } from '../specs/events.ts';
import { given } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');

describe('a dimension that could not be rated', () => {
  it('is evaluated: withdrawal on the same day, by a nurse', () => {
    given(inIop)
      .when(assessed({ 1: 'EVAL', 3: 'EVAL', 4: '2.1' }, day(1)))
      .thenIncludes(
        taskOpened('dimension-evaluation', { role: 'nurse', dueAt: plusHours(day(1), 12) }),
        taskOpened('dimension-evaluation', { role: 'prescriber', dueAt: plusHours(day(1), 24) }),
      );
  });

  it('is asked of whom it concerns, because of its assessment', () => {
    const whole = assessed({ 1: 'EVAL', 2: 'EVAL', 3: 'EVAL', 4: 'EVAL', 5: 'EVAL' }, day(1));
    const { events } = given(inIop).when(whole);
    const recorded = idOf('AssessmentRecorded', events);
    const opens = events.flatMap(({ type, causedBy, data }) =>
      type === 'TaskOpened' && 'role' in data ? [[data.subject.slice(-11), data.role, data.dueAt, causedBy]] : [],
    );
    expect(opens).toEqual([
      ['dimension-1', 'nurse', plusHours(day(1), 12), recorded],
      ['dimension-2', 'nurse', day(2), recorded],
      ['dimension-3', 'prescriber', day(2), recorded],
      ['dimension-4', 'therapist', day(2), recorded],
      ['dimension-5', 'therapist', day(2), recorded],
    ]);
  });

  it('stays open while the last assessment could not rate it, and ends with one that is withdrawn', () => {
    const [once, again] = [assessed({ 1: 'EVAL' }, day(1)), assessed({ 1: 'EVAL' }, day(2))];
    const { journey } = given(inIop, once).when(again);
    expect(journey.tasks.filter(({ kind }) => kind === 'dimension-evaluation')).toMatchObject([
      { subject: `${once.assessmentId}.dimension-1`, state: 'completed' },
      { subject: `${again.assessmentId}.dimension-1`, state: 'open' },
    ]);
    const eventId = idOf('AssessmentRecorded', given(inIop).when(once).events);
    given(inIop, once)
      .when(withdrawn(eventId, day(2)))
      .thenIncludes(
        happened('TaskCancelled', { taskId: `episode-1.task.dimension-evaluation.${once.assessmentId}.dimension-1` }),
      );
  });

  it('is answered by the next assessment', () => {
    const open = [...inIop, assessed({ 1: 'EVAL' }, day(1))];
    given(open)
      .when(assessed({ 1: '1.7' }, day(2)))
      .thenIncludes(happened('TaskCompleted'))
      .thenLacks(taskOpened('dimension-evaluation'));
  });
});
