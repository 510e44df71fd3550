import { admitted, day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { assessed } from '../specs/assessments.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, done, first, goalReached, goalsSet, happened, held, overrideTo } from '../specs/moves.ts';
import { pregnant } from '../specs/person.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';

const iop = { 4: '2.1' } as const;
const inIop = inCareAt('iop');
/** Assessed before admission, as it should be: nothing is asked for. */
const assessedInIop = [opened(), assessed(iop, day(-1)), admitted('iop')];

const opening = (kind: TaskKind, ...steps: readonly (Step | readonly Step[])[]) =>
  given()
    .when(...steps.flat())
    .events.flatMap((event) => (event.type === 'TaskOpened' && event.data.kind === kind ? [event] : []))
    .map(({ occurredAt, data: { dueAt, subject } }) => ({ occurredAt, dueAt, subject }));

describe('an admission without an assessment', () => {
  it('asks for one within a day', () => {
    given(opened())
      .when(admitted('iop'))
      .thenIncludes(taskOpened('initial-assessment', { role: 'therapist', dueAt: plusHours(day(0), 24) }));
  });

  it('asks for one during the same shift in detox', () => {
    given(opened({ entryLevel: 'detox' }))
      .when(admitted('detox'))
      .thenIncludes(taskOpened('initial-assessment', { role: 'nurse', dueAt: plusHours(day(0), 8) }));
  });

  it('is answered by the assessment, not by somebody’s word', () => {
    given(inIop)
      .when(done('episode-1.task.initial-assessment.admission', day(0)))
      .thenRejects('TaskAnsweredOtherwise');
    given(inIop)
      .when(assessed(iop, day(0)))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.initial-assessment.admission' }));
  });

  it('goes up when nobody assesses, and is asked once whatever level comes next', () => {
    const { events } = given(inIop).when(overrideTo('residential', day(2)), arrived(first, day(3)), timePasses(day(9)));
    expect(events.filter(({ type }) => type === 'TaskEscalated')).toContainEqual(
      expect.objectContaining({ occurredAt: day(1) }),
    );
    expect(
      opening('initial-assessment', inIop, overrideTo('residential', day(2)), arrived(first, day(3))),
    ).toHaveLength(1);
  });

  it('is asked after again when the assessment turns out to be of somebody else', () => {
    const lived = given(inIop).when(assessed(iop, day(0.2)));
    const eventId = lived.events.find(({ type }) => type === 'AssessmentRecorded')?.id ?? '';
    given(inIop, assessed(iop, day(0.2)))
      .when(withdrawn(eventId, day(2)))
      .thenIncludes(taskOpened('initial-assessment'));
  });

  it('is asked again, also at once, as it was at first: by the level of admission', () => {
    const atOnce = given(inIop).when(assessed(iop, day(0)));
    given(inIop, assessed(iop, day(0)))
      .when(withdrawn(idOf('AssessmentRecorded', atOnce.events), day(2)))
      .thenIncludes(taskOpened('initial-assessment'));
    const moved = [...inCareAt('detox'), assessed({ 1: '3.7' }, day(0.2)), overrideTo('residential', day(1))];
    const assessment = idOf('AssessmentRecorded', given().when(...moved).events);
    given(moved, arrived(first, day(2)))
      .when(withdrawn(assessment, day(3)))
      .thenIncludes(taskOpened('initial-assessment', { role: 'nurse', dueAt: plusHours(day(3), 8) }));
  });

  it('is not asked after where one was made before, nor after the end of the episode', () => {
    given(opened(), assessed(iop, day(-1)))
      .when(admitted('iop'))
      .thenLacks('TaskOpened');
    given(inIop)
      .when(discharged('dropped-out', day(1)))
      .thenIncludes(happened('TaskCancelled'));
  });
});

describe('all dimensions are assessed again', () => {
  const reassessment = (...steps: readonly (Step | readonly Step[])[]) =>
    opening('reassessment', assessedInIop, ...steps).map(({ occurredAt }) => occurredAt);

  it('in the cadence of the level, counted from the last assessment', () => {
    // 30 days after 3 May, from the beginning of the local day.
    expect(reassessment(timePasses(day(40)))).toEqual([plusHours(day(29), -8)]);
    expect(reassessment(assessed(iop, day(20)), timePasses(day(49)))).toEqual([]);
    expect(reassessment(assessed(iop, day(20)), timePasses(day(51)))).toEqual([plusHours(day(50), -8)]);
  });

  it('once at a time, until somebody does', () => {
    expect(reassessment(timePasses(day(200)))).toHaveLength(1);
    expect(reassessment(timePasses(day(40)), assessed(iop, day(40)), timePasses(day(71)))).toHaveLength(2);
  });

  it('on arrival at another level, unless that was done since the move began', () => {
    const moved = [overrideTo('residential', day(3))];
    expect(reassessment(moved, arrived(first, day(4)))).toEqual([day(4)]);
    expect(reassessment(moved, assessed({ 4: '3.5' }, day(3.5)), arrived(first, day(4)))).toEqual([]);
  });

  it('when the goals of the level are reached', () => {
    expect(reassessment(goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(8)))).toEqual([]);
    const all = [goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(8)), goalReached('g2', day(9))];
    expect(reassessment(all)).toEqual([day(9)]);
    expect(reassessment(all, assessed({}, day(9)), timePasses(day(20)))).toEqual([day(9)]);
  });

  it('after hospital or emergency care, and when the person is pregnant', () => {
    expect(reassessment(treatedElsewhere(day(5), { kind: 'emergency-department' }))).toEqual([day(5)]);
    expect(reassessment(treatedElsewhere(day(5), { kind: 'procedure' }))).toEqual([]);
    expect(reassessment(pregnant(day(6)))).toEqual([day(6)]);
  });

  it('when the person used although nothing moves while automatic moves are paused', () => {
    const paused = held('h1', day(39), day(50));
    const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(40) });
    expect(reassessment(assessed(iop, day(20)), paused, cocaine)).toEqual([day(40)]);
  });

  it('where a use moves, with that move, and not twice', () => {
    expect(reassessment(definitive([['cocaine', 'positive']]), timePasses(day(11)))).toEqual([day(10)]);
  });

  it('is answered by an assessment only, made on the same day or since', () => {
    const asked = [assessedInIop, pregnant(day(6))].flat();
    given(asked)
      .when(done('episode-1.task.reassessment.p1', day(6)))
      .thenRejects('TaskAnsweredOtherwise');
    given(asked)
      .when(assessed(iop, day(4), { occurredAt: day(7) }))
      .thenLacks(happened('TaskCompleted'));
    given(asked)
      .when(assessed(iop, day(6.5)))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.reassessment.p1' }));
    // Twelve hours before it was asked for are the same day.
    given(asked)
      .when(assessed(iop, day(5.5), { occurredAt: day(6) }))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.reassessment.p1' }));
    given(asked)
      .when(assessed(iop, day(5.49), { occurredAt: day(6.2) }))
      .thenLacks(happened('TaskCompleted'));
    given(asked)
      .when(discharged('transferred', day(6.5)))
      .thenIncludes(happened('TaskCancelled', { taskId: 'episode-1.task.reassessment.p1' }));
  });

  it('stands still while the person is away', () => {
    given(assessedInIop)
      .when(timePasses(day(29)))
      .thenIncludes(taskOpened('reassessment'));
  });
});
