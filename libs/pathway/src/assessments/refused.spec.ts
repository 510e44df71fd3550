import type { CommandOf } from '../commands.ts';
import { assessed, rated, uses } from '../specs/assessments.ts';
import { admitted, day, inCareAt, opened } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { standardFour } from '../specs/standard-four.ts';

const fourth = assessed({ 4: '2.1' }, day(3));
const third = rated([0, 0, 0, 2, 2, 1], day(3));
type Whole = typeof fourth;

/** The same with another first rating, or with one more. */
const withFirst = (whole: Whole, fields: object): Whole => ({
  ...whole,
  dimensions: whole.dimensions.map((one, index) => (index === 0 ? { ...one, ...fields } : one)),
});
const without = ({ minimumLevel: _left, risk: _out, ...rating }: Whole['dimensions'][number]) => rating;

const refused = (command: CommandOf<'RecordAssessment'>, ...before: readonly Step[]) =>
  given(before.length > 0 ? before : inCareAt('iop')).when(command).rejection;

describe('an assessment is refused, with what is wrong,', () => {
  it.each([
    [
      'a rating of the 4th edition among those of the 3rd',
      withFirst(third, { minimumLevel: '2.1' }),
      'minimumLevel',
      3,
    ],
    ['a part of a dimension in the 3rd edition', withFirst(third, { subdimension: 'A' }), 'subdimension', 3],
    ['no rating in the 3rd edition', { ...third, dimensions: third.dimensions.map(without) }, 'risk', 3],
    ['a rating of the 3rd edition among those of the 4th', withFirst(fourth, { risk: 1 }), 'risk', 4],
    ['no least level in the 4th edition', { ...fourth, dimensions: fourth.dimensions.map(without) }, 'minimumLevel', 4],
    ['a code that is none', withFirst(fourth, { minimumLevel: 'any' }), 'minimumLevel', 4],
  ] as const)('for %s', (_why, command, field, edition) => {
    expect(refused(command)).toEqual({ type: 'EditionsMixed', field: `dimensions[0].${field}`, edition });
  });

  it('for a dimension rated twice, and for those that are missing', () => {
    const [one] = fourth.dimensions;
    const twice = { ...fourth, dimensions: [...fourth.dimensions, ...(one ? [one] : [])] };
    expect(refused(twice)).toEqual({ type: 'DimensionRatedTwice', field: 'dimensions[6]' });
    const some = { ...fourth, dimensions: fourth.dimensions.slice(1, 5) };
    expect(refused(some)).toEqual({ type: 'DimensionsNotRated', dimensions: [1, 6] });
  });

  it('for the edition that has no criteria for the age', () => {
    expect(refused(fourth, opened({ ageGroup: 'adolescent' }), admitted('iop'))).toEqual({
      type: 'EditionNotForAge',
      edition: 4,
      needs: 3,
    });
    expect(refused(third, ...inCareAt('iop'))).toBeUndefined();
  });

  it('for a level that the programme does not have, got or wished', () => {
    const unknown = { type: 'UnknownLevel', level: 'hospital', levels: Object.keys(standardFour.levels) };
    expect(refused({ ...fourth, preferredLevel: 'hospital' })).toEqual(unknown);
    expect(refused({ ...fourth, actualLevel: 'hospital', preferredLevel: 'iop' })).toEqual(unknown);
    expect(refused({ ...fourth, preferredLevel: 'residential' })).toBeUndefined();
  });

  it('for another level than the indicated one without the reason', () => {
    const residential = assessed({ 5: '3.5' }, day(3), { actualLevel: 'iop' });
    const reasonless = { type: 'DiscrepancyReasonRequired', indicated: 'residential', actual: 'iop' };
    expect(refused(residential)).toEqual(reasonless);
    expect(refused(assessed({ 2: '4' }, day(3), { actualLevel: 'detox' }))).toEqual({
      ...reasonless,
      indicated: null,
      actual: 'detox',
    });
    expect(refused({ ...residential, actualLevel: 'residential' })).toBeUndefined();
    expect(refused({ ...residential, discrepancyReason: 'waiting-list' })).toBeUndefined();
  });

  it('for a last use that lies ahead, by the place at which it stands', () => {
    const cocaine = { drugClass: 'cocaine', pattern: 'daily' } as const;
    expect(refused(uses(day(3), cocaine, { ...cocaine, drugClass: 'alcohol', lastUseAt: day(4) }))).toEqual({
      type: 'InTheFuture',
      field: 'substances[1].lastUseAt',
      at: day(4),
      now: day(3),
    });
    expect(refused(uses(day(3), cocaine))).toBeUndefined();
  });

  it('for an id that another has', () => {
    expect(refused({ ...fourth, edition: 3, dimensions: third.dimensions }, ...inCareAt('iop'), fourth)).toEqual({
      type: 'AssessmentConflict',
      assessmentId: fourth.assessmentId,
    });
  });
});
