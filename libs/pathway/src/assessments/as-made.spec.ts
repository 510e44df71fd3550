import { assessed, uses } from '../specs/assessments.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { standardFour } from '../specs/standard-four.ts';
import { asMade, lastAssessment, rankIndicated } from './as-made.ts';
import { isCode, isMedicallyManaged, asamCodes } from './asam.ts';
import { currentAssessment } from './current.ts';
import { patternOfUseAt, usesTold } from './pattern-of-use.ts';

const known = (...steps: readonly Step[]) => given(inCareAt('iop'), steps).when(timePasses(day(40))).journey;
const named = (assessmentId: string, at: number) => assessed({}, day(at), { assessmentId, occurredAt: day(30) });

describe('assessments stand in the order in which they were made', () => {
  it.each([
    [['c', 'b', 'a']],
    [['c', 'a', 'b']],
    [['b', 'c', 'a']],
    [['b', 'a', 'c']],
    [['a', 'c', 'b']],
    [['a', 'b', 'c']],
  ] as const)('told as %j', (told) => {
    // By their ids the other way round than by their time.
    const madeOn = { a: 9, b: 5, c: 1 };
    const journey = known(...told.map((id) => named(id, madeOn[id])));
    expect(asMade(journey).map(({ assessmentId }) => assessmentId)).toEqual(['c', 'b', 'a']);
  });

  it('and the last until a moment is one made by then', () => {
    const journey = known(named('a', 3), named('b', 6));
    expect(lastAssessment(journey, day(2))).toBeUndefined();
    expect(lastAssessment(journey, day(3))?.assessmentId).toBe('a');
    expect(lastAssessment(journey, day(5))?.assessmentId).toBe('a');
    expect(lastAssessment(journey, day(6))?.assessmentId).toBe('b');
    expect(lastAssessment(journey)?.assessmentId).toBe('b');
  });

  it('and say for 14 days which level is indicated', () => {
    const journey = known(named('a', 3));
    expect(currentAssessment(journey, day(16.9), standardFour)?.assessmentId).toBe('a');
    expect(currentAssessment(journey, day(17), standardFour)).toBeUndefined();
  });
});

describe('how much support an assessment indicates', () => {
  const [residential] = known(assessed({ 5: '3.5' }, day(3))).assessments;
  const [hospital] = known(assessed({ 2: '4' }, day(3))).assessments;

  it('is the rank of its level, and more than any where the programme has no such level', () => {
    const { residential: _gone, ...others } = standardFour.levels;
    if (!residential || !hospital) throw new Error('both were recorded');
    expect(rankIndicated(residential, standardFour)).toBe(3);
    expect(rankIndicated(residential, { ...standardFour, levels: others })).toBe(Infinity);
    expect(rankIndicated(hospital, standardFour)).toBe(Infinity);
    const { indicates: _notYet, ...recorded } = residential;
    expect(rankIndicated(recorded, standardFour)).toBe(Infinity);
  });
});

describe('codes of the ASAM Criteria', () => {
  it('are medically managed at x.7 and 4, and not for withdrawal alone', () => {
    expect(asamCodes[4].filter(isMedicallyManaged)).toEqual(['1.7', '2.7', '3.7', '4']);
    expect(isMedicallyManaged('3.7 BIO')).toBe(true);
    expect(['3.7-WM', '4-WM'].filter(isMedicallyManaged)).toEqual([]);
  });

  it('have a suffix in the 4th edition only', () => {
    expect([isCode(4, '3.5 COE'), isCode(4, '3.7 BIO'), isCode(3, '3.5 COE')]).toEqual([true, true, false]);
  });
});

describe('how a class of drugs was used', () => {
  const daily = { drugClass: 'fentanyl', pattern: 'daily', lastUseAt: day(-3) } as const;
  const occasional = { drugClass: 'fentanyl', pattern: 'occasional' } as const;
  const cocaine = { drugClass: 'cocaine', pattern: 'occasional' } as const;
  const told = known(uses(day(2), cocaine), uses(day(4), daily), uses(day(8), occasional));

  it('goes by the last assessment that named it until then, and before any by the first that did', () => {
    const on = (at: number) => patternOfUseAt(told, ['fentanyl'], day(at));
    expect([1, 3, 4, 7.9, 8, 20].map(on)).toEqual(['daily', 'daily', 'daily', 'daily', 'occasional', 'occasional']);
  });

  it('is the most frequent of those that it may be, and not known where nobody told of it', () => {
    expect(patternOfUseAt(told, ['cocaine', 'fentanyl'], day(5))).toBe('daily');
    expect(patternOfUseAt(told, ['cocaine', 'alcohol'], day(5))).toBe('occasional');
    expect(patternOfUseAt(told, ['alcohol'], day(5))).toBe('unknown');
    expect(patternOfUseAt(known(), ['alcohol'], day(5))).toBe('unknown');
  });

  it('has a last use where the person told of one', () => {
    expect(usesTold(known(uses(day(2), cocaine, daily), named('without', 5)))).toEqual([daily]);
  });
});
