import { assessed } from '../specs/assessments.ts';
import { admitted, day, inCareAt, opened } from '../specs/commands.ts';
import { aftercarePlanned } from '../specs/contact.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';

const inAftercare = [opened({ entryLevel: 'aftercare' }), assessed({}, day(-1)), admitted('aftercare')];
const meetings = { part: 'self-help-meetings' } as const;

describe('an aftercare plan', () => {
  it('says what care after intensive treatment is made of, and how often', () => {
    const parts = [{ part: 'fewer-sessions', everyDays: 7 }, meetings] as const;
    const { journey } = given(inCareAt('iop'))
      .when(aftercarePlanned(day(40), parts))
      .thenIncludes(happened('AftercarePlanSet', { parts }));
    expect(journey.aftercarePlans).toMatchObject([{ parts, setAt: day(40) }]);
  });

  it('is known when told again, and replaced by another', () => {
    const weekly = [{ part: 'virtual-sessions', everyDays: 7 }] as const;
    given(inAftercare, aftercarePlanned(day(1), weekly))
      .when(aftercarePlanned(day(2), weekly))
      .thenNothing();
    const { journey } = given(inAftercare, aftercarePlanned(day(1), weekly)).when(aftercarePlanned(day(2), [meetings]));
    expect(journey.aftercarePlans.at(-1)?.parts).toEqual([meetings]);
  });

  it('told late stands behind the one that was agreed after it, also when told once more', () => {
    const late = { ...aftercarePlanned(day(1), [meetings]) };
    const weekly = [{ part: 'virtual-sessions', everyDays: 7 }] as const;
    const { journey } = given(inAftercare, aftercarePlanned(day(2), weekly), timePasses(day(3))).when(late);
    expect(journey.aftercarePlans.at(-1)?.parts).toEqual(weekly);
    given(inAftercare, aftercarePlanned(day(2), weekly), timePasses(day(3)), late)
      .when(aftercarePlanned(day(1), [meetings]))
      .thenNothing();
  });

  it('stands by when it was agreed: told in any order, and of one moment the later word last', () => {
    const parts = [['training'], ['medical-care'], ['family-therapy'], ['virtual-sessions']] as const;
    const [one, two, three, four] = parts.map(([part], index) =>
      aftercarePlanned(day([2, 4, 3, 3][index] ?? 0), [{ part }]),
    );
    if (!one || !two || !three || !four) throw new Error('there are four');
    const { journey } = given(inAftercare, one, two).when(three, four);
    expect(journey.aftercarePlans.map(({ setAt, parts: [first] }) => [setAt, first?.part])).toEqual([
      [day(2), 'training'],
      [day(3), 'family-therapy'],
      [day(3), 'virtual-sessions'],
      [day(4), 'medical-care'],
    ]);
  });

  it('is news where an earlier one is taken up again', () => {
    given(inAftercare, aftercarePlanned(day(1), [meetings]), aftercarePlanned(day(2), []))
      .when(aftercarePlanned(day(3), [meetings]))
      .thenIncludes(happened('AftercarePlanSet', { parts: [meetings] }));
  });

  it('is still told after the end of the episode, if it was agreed by then', () => {
    for (const agreed of [2, 3])
      given(inAftercare, discharged('dropped-out', day(3)), timePasses(day(5)))
        .when(aftercarePlanned(day(agreed), [meetings]))
        .thenIncludes(happened('AftercarePlanSet'));
  });

  it('is not set any more after the end of the episode', () => {
    given(inAftercare, discharged('dropped-out', day(3)))
      .when(aftercarePlanned(day(4), [meetings]))
      .thenRejects('EpisodeDischarged');
  });
});
