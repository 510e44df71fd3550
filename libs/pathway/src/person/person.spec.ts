import { day, inCareAt, opened, takes } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { discharged, done, happened } from '../specs/moves.ts';
import { lives, naloxoneGiven, pregnancyEnded, pregnant } from '../specs/person.ts';
import { plusHours } from '../time.ts';
import { ageGroupAt } from './age.ts';
import { hasSafePlace, livingSituationAt } from './living-situation.ts';
import { isPregnantAt } from './pregnancy.ts';
import { newYork } from '../specs/standard-four.ts';

const inIop = inCareAt('iop');

describe('a pregnancy', () => {
  it('asks for obstetric care within a day, and no medication ends', () => {
    given(inIop, takes('methadone', { kind: 'moud' }))
      .when(pregnant(day(5)), timePasses(day(5)))
      .thenIncludes(happened('PregnancyRecorded'), taskOpened('obstetric-care', { dueAt: plusHours(day(5), 24) }))
      .thenLacks('MedicationEnded');
  });

  it('is known before admission, and ends the question with itself or with the episode', () => {
    given([opened()])
      .when(pregnant(day(-5)))
      .thenIncludes(taskOpened('obstetric-care'));
    given(inIop, pregnant(day(5)))
      .when(pregnancyEnded(day(6)))
      .thenIncludes(happened('TaskCancelled'));
    given(inIop, pregnant(day(5)))
      .when(discharged('transferred', day(6)))
      .thenIncludes(happened('TaskCancelled'));
    given(inIop, discharged('transferred', day(6)))
      .when(pregnant(day(5), { occurredAt: day(7) }))
      .thenIncludes(happened('PregnancyRecorded'))
      .thenLacks('TaskOpened');
  });

  it('is asked after once', () => {
    const { journey } = given(inIop).when(pregnant(day(5)), timePasses(day(5)));
    given(inIop, pregnant(day(5)))
      .when(
        done(journey.tasks.find(({ kind }) => kind === 'obstetric-care')?.taskId ?? '', day(6)),
        timePasses(day(90)),
      )
      .thenLacks(taskOpened('obstetric-care'));
  });

  it('told again, under whatever id, is no news; a second one beside it is refused', () => {
    given(inIop, pregnant(day(5)))
      .when(pregnant(day(5), { pregnancyId: 'p2' }))
      .thenNothing();
    given(inIop, pregnant(day(5)))
      .when(pregnant(day(7), { pregnancyId: 'p2' }))
      .thenRejects('PregnancyConflict');
    given(inIop, pregnant(day(5)))
      .when(pregnant(day(7)))
      .thenRejects('PregnancyConflict');
    given(inIop, pregnant(day(5)), pregnancyEnded(day(9)))
      .when(pregnant(day(8), { pregnancyId: 'p2', occurredAt: day(10) }))
      .thenRejects('PregnancyConflict');
    given(inIop, pregnant(day(5)), pregnancyEnded(day(9)))
      .when(pregnant(day(60), { pregnancyId: 'p2' }))
      .thenIncludes(happened('PregnancyRecorded'));
    given(inIop)
      .when(pregnant(day(5), { occurredAt: day(4) }))
      .thenRejects('InTheFuture');
  });

  it('ends once, not before it began', () => {
    given(inIop)
      .when(pregnancyEnded(day(6)))
      .thenRejects('UnknownPregnancy');
    given(inIop, pregnant(day(5)))
      .when(pregnancyEnded(day(4)))
      .thenRejects('EndsBeforeItBegins');
    given(inIop, pregnant(day(5)), pregnancyEnded(day(6)))
      .when(pregnancyEnded(day(6)))
      .thenNothing();
    given(inIop, pregnant(day(5)), pregnancyEnded(day(6)))
      .when(pregnancyEnded(day(7)))
      .thenRejects('PregnancyConflict');
  });

  it('is what was recorded; without a record, what the referral said', () => {
    const at = (moment: string, ...steps: readonly (Step | readonly Step[])[]) =>
      isPregnantAt(given(...steps).when(timePasses(day(20))).journey, moment);
    expect(at(day(4), inIop, pregnant(day(5)))).toBe(false);
    expect(at(day(5), inIop, pregnant(day(5)))).toBe(true);
    expect(at(day(9), inIop, pregnant(day(5)), pregnancyEnded(day(9)))).toBe(false);
    expect(at(day(9), [opened({ priority: 'pregnant-injecting' })])).toBe(true);
    expect(at(day(9), [opened({ priority: 'injecting' })])).toBe(false);
  });
});

describe('naloxone', () => {
  it('is recorded when it was given, once for each time', () => {
    given(inIop)
      .when(naloxoneGiven(day(2)))
      .thenIncludes(happened('NaloxoneProvided', { kits: 1 }));
    given(inIop, naloxoneGiven(day(2)))
      .when(naloxoneGiven(day(2)))
      .thenNothing();
  });
});

describe('where a person lives', () => {
  it('error 31: in sober living they have a safe home beside their level, which stays what it is', () => {
    const { journey } = given(inIop).when(lives('sober-living', day(2)), timePasses(day(3)));
    expect(livingSituationAt(journey, day(3))).toMatchObject({ situation: 'sober-living' });
    expect(hasSafePlace(journey, day(3))).toBe(true);
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'iop' } });
    given(inIop)
      .when(lives('sober-living', day(2)), timePasses(day(30)))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('is what was said last of the latest moment, whichever was told first', () => {
    const known = (...steps: readonly (Step | readonly Step[])[]) => given(...steps).when(timePasses(day(20))).journey;
    const moved = known(inIop, { ...lives('own-home', day(9)), occurredAt: day(9) }, lives('homeless', day(5)));
    expect(livingSituationAt(moved, day(6))?.situation).toBe('homeless');
    expect(livingSituationAt(moved, day(10))?.situation).toBe('own-home');
    expect(livingSituationAt(moved, day(4))).toBeUndefined();
  });

  it('is safe as the person says; without their word only where the place itself says it', () => {
    const safe = (...steps: Parameters<typeof lives>) =>
      hasSafePlace(given(inIop).when(lives(...steps), timePasses(day(20))).journey, day(20));
    expect(safe('own-home', day(2))).toBeUndefined();
    expect(safe('own-home', day(2), false)).toBe(false);
    expect(safe('homeless', day(2))).toBe(false);
    expect(safe('sober-living', day(2), false)).toBe(false);
  });

  it('told again is no news', () => {
    given(inIop, lives('own-home', day(2)))
      .when(lives('own-home', day(2)))
      .thenNothing();
    given(inIop, lives('own-home', day(2)))
      .when(lives('homeless', day(2)))
      .thenIncludes(happened('LivingSituationRecorded'));
  });
});

describe('an adolescent', () => {
  it('error 12: is an adult from the beginning of their birthday, in the time of the site', () => {
    const age = { ageGroup: 'adolescent', turns18On: '2026-06-10' } as const;
    expect(ageGroupAt(age, '2026-06-10T03:59:59.000Z', newYork)).toBe('adolescent');
    expect(ageGroupAt(age, '2026-06-10T04:00:00.000Z', newYork)).toBe('adult');
    expect(ageGroupAt({ ageGroup: 'adolescent' }, '2036-06-10T04:00:00.000Z', newYork)).toBe('adolescent');
    expect(ageGroupAt({ ageGroup: 'adult' }, '2026-06-10T03:00:00.000Z', newYork)).toBe('adult');
  });
});
