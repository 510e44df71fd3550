import { day, inCareAt, opened } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import { lives, naloxoneGiven, pregnancyEnded, pregnant } from '../specs/person.ts';
import { newYork } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import { ageGroupAt } from './age.ts';
import { livingSituationAt } from './living-situation.ts';
import { isPregnantAt } from './pregnancy.ts';

const inIop = inCareAt('iop');
const known = (...steps: readonly (Step | readonly Step[])[]) => given(...steps).when(timePasses(day(40))).journey;

describe('what is told of the person', () => {
  it.each([
    ['a pregnancy', pregnant(day(5)), 'from'],
    ['naloxone', naloxoneGiven(day(5)), 'at'],
    ['a living situation', lives('own-home', day(5)), 'at'],
  ] as const)('does not lie in the future: %s', (_what, told, field) => {
    expect(given(inIop).when({ ...told, occurredAt: day(4) }).rejection).toEqual({
      type: 'InTheFuture',
      field,
      at: day(5),
      now: day(4),
    });
  });

  it('is news of another moment', () => {
    given(inIop, naloxoneGiven(day(2)))
      .when(naloxoneGiven(day(3)))
      .thenIncludes(happened('NaloxoneProvided'));
    given(inIop, lives('own-home', day(2)))
      .when(lives('own-home', day(3)))
      .thenIncludes(happened('LivingSituationRecorded', { at: day(3) }));
  });
});

describe('where a person lives', () => {
  it('is no news of its moment, whatever was told of another since', () => {
    given(inIop, lives('own-home', day(2)), lives('homeless', day(3)))
      .when({ ...lives('own-home', day(2)), occurredAt: day(4) })
      .thenNothing();
  });

  it('is, of two words about one moment, the later word', () => {
    const journey = known(inIop, lives('own-home', day(2)), lives('homeless', day(2)));
    expect(livingSituationAt(journey, day(2))?.situation).toBe('homeless');
  });

  it('is, told late, that of its own time', () => {
    const late = { ...lives('homeless', day(5)), occurredAt: day(9) };
    const journey = known(inIop, lives('own-home', day(8)), late);
    expect(livingSituationAt(journey, day(7))?.situation).toBe('homeless');
    expect(livingSituationAt(journey, day(9))?.situation).toBe('own-home');
  });

  it('says nothing of safety where nobody did', () => {
    const { events } = given(inIop).when(lives('own-home', day(2)));
    expect(events.find(({ type }) => type === 'LivingSituationRecorded')?.data).toStrictEqual({
      at: day(2),
      situation: 'own-home',
    });
  });
});

describe('several pregnancies', () => {
  const over = [pregnant(day(2)), pregnancyEnded(day(5))];
  const second = pregnant(day(8), { pregnancyId: 'p2' });

  it('end each for itself, and are known each for its time', () => {
    const journey = known(inIop, over, second, pregnancyEnded(day(20), 'p2'));
    expect(journey.pregnancies).toMatchObject([
      { pregnancyId: 'p1', from: day(2), to: day(5) },
      { pregnancyId: 'p2', from: day(8), to: day(20) },
    ]);
    expect([1, 2, 4.9, 5, 8, 19, 20].map((at) => isPregnantAt(journey, day(at)))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(isPregnantAt(known(inIop, over, second), day(30))).toBe(true);
  });

  it('ask for obstetric care each, until each is over', () => {
    const { journey } = given(inIop, over, second).when(timePasses(day(9)));
    expect(journey.tasks.filter(({ kind }) => kind === 'obstetric-care')).toMatchObject([
      { subject: 'p1', state: 'cancelled' },
      { subject: 'p2', state: 'open', dueAt: plusHours(day(8), 24) },
    ]);
    given(inIop, pregnant(day(2)))
      .when(discharged('transferred', day(3)))
      .thenIncludes(happened('TaskCancelled', { taskId: 'episode-1.task.obstetric-care.p1' }));
  });

  it('follow each other, at the earliest at once, and have each their own id', () => {
    given(inIop, over)
      .when(pregnant(day(5), { pregnancyId: 'p2' }))
      .thenIncludes(happened('PregnancyRecorded'));
    expect(given(inIop, over).when(pregnant(day(8))).rejection).toEqual({
      type: 'PregnancyConflict',
      pregnancyId: 'p1',
    });
    expect(given(inIop, second).when(pregnant(day(9), { pregnancyId: 'p3' })).rejection).toEqual({
      type: 'PregnancyConflict',
      pregnancyId: 'p2',
    });
  });

  it('end when they end: not before, at the earliest at once, and not in the future', () => {
    const ends = (at: number, told = at) =>
      given(inIop, pregnant(day(2))).when({ ...pregnancyEnded(day(at)), occurredAt: day(told) }).rejection;
    expect(ends(1, 3)).toEqual({ type: 'EndsBeforeItBegins', field: 'at' });
    expect(ends(2)).toBeUndefined();
    expect(ends(4, 3)).toEqual({ type: 'InTheFuture', field: 'at', at: day(4), now: day(3) });
  });
});

describe('an age', () => {
  it('of an adult stays that, whatever is said of a birthday; of an adolescent goes by it', () => {
    const turns18On = '2026-06-10';
    expect(ageGroupAt({ ageGroup: 'adult', turns18On }, day(0), newYork)).toBe('adult');
    expect(ageGroupAt({ ageGroup: 'adolescent', turns18On }, day(0), newYork)).toBe('adolescent');
  });

  it('asks for nothing of adults', () => {
    given(opened({ turns18On: '2026-05-20' }), inIop[1])
      .when(timePasses(day(40)))
      .thenLacks(
        happened('TaskOpened', { kind: 'turned-18' }),
        happened('TaskOpened', { kind: 'prepare-coming-of-age' }),
      );
  });
});
