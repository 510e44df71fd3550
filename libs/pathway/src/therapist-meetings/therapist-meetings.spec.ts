import { day, definitive, inCareAt } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, done, happened, therapistMet } from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');

describe('a meeting of therapist and person about the goals', () => {
  it('is recorded with what they found', () => {
    given(inIop)
      .when(therapistMet('goals-remain', day(10)))
      .thenIncludes(happened('TherapistMeetingRecorded', { heldAt: day(10), outcome: 'goals-remain' }));
  });

  it('leads to a reassessment within a day where the person’s needs have changed', () => {
    given(inIop)
      .when(therapistMet('reassess', day(10)))
      .thenIncludes(taskOpened('reassessment', { role: 'therapist', dueAt: day(11) }));
  });

  it('asks for no second reassessment while one is open, nor once that one is done', () => {
    const open = [...inIop, definitive([['cocaine', 'positive']], { collectedAt: day(10) })];
    given(open)
      .when(therapistMet('reassess', day(11)), timePasses(day(20)))
      .thenLacks(taskOpened('reassessment'));
    const { journey } = given(open, therapistMet('reassess', day(11))).when(timePasses(day(11)));
    const task = journey.tasks.find(({ kind }) => kind === 'reassessment');
    given(open, therapistMet('reassess', day(11)))
      .when(done(task?.taskId ?? '', day(12)), timePasses(day(20)))
      .thenLacks(taskOpened('reassessment'));
  });

  it('is no news when told again, and is not told otherwise', () => {
    const met = therapistMet('goals-achieved', day(10));
    given(inIop, met)
      .when(therapistMet('goals-achieved', day(10)))
      .thenNothing();
    given(inIop, met)
      .when(therapistMet('goals-remain', day(10)))
      .thenRejects('MeetingConflict');
  });

  it('is recorded whenever it becomes known, after discharge too, and lies in the past', () => {
    given(inIop, discharged('dropped-out', day(11)))
      .when(therapistMet('reassess', day(10), { occurredAt: day(12) }))
      .thenIncludes(happened('TherapistMeetingRecorded'))
      .thenLacks('TaskOpened');
    given(inIop)
      .when(therapistMet('goals-achieved', plusHours(day(10), 1), { occurredAt: day(10) }))
      .thenRejects('InTheFuture');
    given()
      .when(therapistMet('reassess', day(10)))
      .thenRejects('EpisodeNotOpened');
  });
});
