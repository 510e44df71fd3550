import { day, definitive, inCareAt, presumptive } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';

/** Reports on one specimen that contradict each other (pathway §4, "Merging"). */
const inIop = inCareAt('iop');
const specimenId = 'S-1';
const at = (reportedOn: number, fields = {}) => ({ specimenId, reportedAt: day(reportedOn), ...fields });
type Fields = Parameters<typeof definitive>[1];
const cocaine = (outcome: 'positive' | 'negative' | 'not-done' | 'indeterminate', fields: Fields) =>
  definitive([['cocaine', outcome]], fields);
const taken = { collectedAt: day(10) };
const takenBefore = { collectedAt: day(9) };

const field = (...reports: readonly Step[]): string | undefined => {
  const { rejection } = given(inIop).when(...reports);
  if (rejection === undefined) return undefined;
  expect(rejection).toEqual({ type: 'SpecimenConflict', specimenId, field: expect.anything() });
  return rejection.type === 'SpecimenConflict' ? rejection.field : undefined;
};

describe('another outcome of the same class, analyte and stage', () => {
  const positive = cocaine('positive', at(11));

  it('must come as a correction; the field of the first is named', () => {
    expect(field(positive, cocaine('negative', at(12)))).toBe('results[0].outcome');
    const both = [['fentanyl', 'negative'] as const, ['cocaine', 'indeterminate'] as const];
    expect(field(positive, definitive(both, at(12)))).toBe('results[1].outcome');
    expect(field(positive, cocaine('negative', at(12, { status: 'corrected' })))).toBeUndefined();
  });

  it.each([
    ['the same outcome', cocaine('positive', at(12))],
    ['another stage', presumptive([['cocaine', 'negative']], at(12))],
    ['another analyte', definitive([['cocaine', 'negative', { analyte: 'cocaine' }]], at(12))],
    ['another class', definitive([['fentanyl', 'negative']], at(12))],
    ['a preliminary report', cocaine('negative', at(12, { status: 'preliminary' }))],
    ['a cancellation, whatever it says', cocaine('negative', at(12, { status: 'cancelled', ...takenBefore }))],
    ['a test that was not done', cocaine('not-done', at(12))],
  ] as const)('is none with %s', (_, report) => {
    expect(field(positive, report)).toBeUndefined();
  });

  it.each([
    ['that was not done', cocaine('not-done', at(11))],
    ['that was only preliminary', cocaine('positive', at(11, { status: 'preliminary' }))],
    ['that was of another class', definitive([['fentanyl', 'positive']], at(11))],
  ] as const)('may follow one %s', (_, before) => {
    expect(field(before, cocaine('negative', at(12)))).toBeUndefined();
  });

  it('may follow what the laboratory took back, and not what it reported since', () => {
    const cancelled = definitive([], at(12, { status: 'cancelled' }));
    expect(field(positive, cancelled, cocaine('negative', at(13)))).toBeUndefined();
    expect(field(cancelled, cocaine('positive', at(13)), cocaine('negative', at(14)))).toBe('results[0].outcome');
    const named = cocaine('not-done', at(12, { status: 'cancelled' }));
    expect(field(positive, named, cocaine('negative', at(13)))).toBeUndefined();
    const another = definitive([['pcp', 'not-done']], at(12, { status: 'cancelled' }));
    expect(field(positive, another, cocaine('negative', at(13)))).toBe('results[0].outcome');
  });

  it('contradicts a correction, too, where it was reported after it', () => {
    const corrected = cocaine('negative', at(12, { status: 'corrected' }));
    expect(field(corrected, cocaine('positive', at(13)))).toBe('results[0].outcome');
    expect(field(corrected, cocaine('positive', at(12)))).toBeUndefined();
    expect(field(corrected, cocaine('positive', at(11)))).toBeUndefined();
  });
});

describe('the original of a correction that arrives after it', () => {
  const corrected = definitive(
    [
      ['cocaine', 'negative'],
      ['pcp', 'negative'],
    ],
    at(13, { status: 'corrected', ...takenBefore }),
  );

  it('is taken with its outcome, collection time and matrix, of the classes that the correction names', () => {
    expect(field(corrected, cocaine('positive', at(11, { matrix: 'oral-fluid', ...taken })))).toBeUndefined();
    expect(field(corrected, cocaine('positive', at(13, taken)))).toBeUndefined();
    expect(field(corrected, cocaine('negative', at(14, taken)))).toBe('collectedAt');
    expect(field(corrected, cocaine('negative', at(14, { matrix: 'oral-fluid', ...takenBefore })))).toBe('matrix');
  });

  it('says nothing else of the classes that it does not name', () => {
    const fentanyl = definitive([['fentanyl', 'positive']], at(12, takenBefore));
    expect(field(fentanyl, corrected, definitive([['fentanyl', 'negative']], at(11, taken)))).toBe(
      'results[0].outcome',
    );
  });

  it('is the only one that may: a later report of any other kind excuses nothing', () => {
    const later = cocaine('positive', at(13, taken));
    expect(field(later, cocaine('positive', at(11, takenBefore)))).toBe('collectedAt');
    expect(field(later, cocaine('positive', at(11, { ...taken, matrix: 'blood' })))).toBe('matrix');
    expect(field(later, cocaine('negative', at(11, taken)))).toBe('results[0].outcome');
  });
});

describe('a collection time or a matrix', () => {
  it('is that of one of the reports before, whichever', () => {
    const reports = [
      cocaine('positive', at(11, taken)),
      cocaine('positive', at(12, { status: 'corrected', matrix: 'blood', ...takenBefore })),
    ];
    expect(field(...reports, cocaine('positive', at(13, { ...takenBefore, matrix: 'blood' })))).toBeUndefined();
    expect(field(...reports, cocaine('positive', at(13, taken)))).toBeUndefined();
    expect(field(...reports, cocaine('positive', at(13, { collectedAt: day(8) })))).toBe('collectedAt');
    expect(field(...reports, cocaine('positive', at(13, { ...taken, matrix: 'sweat' })))).toBe('matrix');
  });

  it('is free after a report that was cancelled', () => {
    const cancelled = cocaine('positive', at(11, { status: 'cancelled', ...taken }));
    const other = cocaine('positive', at(12, { ...takenBefore, matrix: 'blood' }));
    given(inIop, cancelled).when(other).thenIncludes(happened('DrugTestResultRecorded'));
  });
});
