import { admitted, day, opened } from '../specs/commands.ts';
import { rated } from '../specs/assessments.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import { asked } from '../specs/person.ts';
import { plusHours } from '../time.ts';

// Admission is on 4 May 2026; day 60 is 3 July.
const turns18On = '2026-07-03';
const adolescent = [opened({ ageGroup: 'adolescent', turns18On }), rated([0, 0, 0, 2, 2, 1], day(0)), admitted('iop')];
const birthday = plusHours(day(60), -8);

describe('the 18th birthday of a person in care', () => {
  it('is prepared for a month before, and looked through on the day', () => {
    given(adolescent)
      .when(timePasses(day(60)))
      .thenIncludes(
        taskOpened('prepare-coming-of-age', { dueAt: birthday }),
        taskOpened('turned-18', { role: 'therapist', dueAt: plusHours(birthday, 24) }),
      );
    given(adolescent)
      .when(timePasses(day(59)))
      .thenLacks(taskOpened('turned-18'));
  });

  it('is asked about once, and not after the end of the episode', () => {
    const { journey } = given(adolescent).when(timePasses(day(300)));
    expect(journey.tasks.filter(({ kind }) => kind === 'turned-18')).toHaveLength(1);
    given(adolescent, discharged('transferred', day(50)))
      .when(timePasses(day(90)))
      .thenLacks(taskOpened('turned-18'));
  });

  it('concerns no adult', () => {
    given([opened(), admitted('iop')])
      .when(timePasses(day(90)))
      .thenLacks(taskOpened('turned-18'), taskOpened('prepare-coming-of-age'));
  });

  it('error 12: changes the questionnaires and the edition of the criteria with the day', () => {
    given(adolescent)
      .when(asked('phq-a', {}, day(59)))
      .thenIncludes(happened('InstrumentScored'));
    given(adolescent, timePasses(day(60)))
      .when(asked('phq-9', {}, day(60)))
      .thenIncludes(happened('InstrumentScored'));
    given(adolescent)
      .when(asked('phq-a', {}, day(60)))
      .thenRejects('InstrumentNotForAge');
  });
});
