import type { UsePattern } from '../assessments/vocabulary.ts';
import { uses } from '../specs/assessments.ts';
import { admission, admitted, day, definitive, opened } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusDays, plusHours } from '../time.ts';
import { drugClasses, matrices, type DrugClass, type Matrix } from '../vocabulary.ts';

/** clinical-defaults §1, as it is printed: days in urine by pattern of use; where that is not known for rule 13 and 14. */
const table: readonly (readonly [DrugClass, occasional: number, daily: number, rule13: number, rule14: number])[] = [
  ['alcohol', 3, 5, 5, 3],
  ['amphetamines', 3, 5, 5, 3],
  ['methamphetamine', 4, 7, 4, 4],
  ['barbiturates', 7, 30, 7, 7],
  ['benzodiazepines', 5, 30, 30, 5],
  ['buprenorphine', 7, 10, 7, 7],
  ['cannabis', 3, 30, 30, 30],
  ['cocaine', 4, 10, 4, 4],
  ['fentanyl', 3, 28, 28, 14],
  ['heroin', 1, 2, 2, 1],
  ['mdma', 3, 4, 4, 3],
  ['methadone', 6, 10, 10, 6],
  ['opioids', 3, 5, 5, 3],
  ['oxycodone', 3, 4, 4, 3],
  ['pcp', 8, 14, 14, 8],
  ['other-sedatives', 3, 5, 5, 3],
];
/** The same for the other matrices, whatever the class (clinical-reference §3). */
const otherMatrices: readonly (readonly [Matrix, number])[] = [
  ['oral-fluid', 2],
  ['breath', 0.5],
  ['blood', 1],
  ['sweat', 7],
];

const inCare = (drugClass: DrugClass, pattern: UsePattern): readonly Step[] => [
  opened(),
  ...(pattern === 'unknown' ? [] : [uses(day(-1), { drugClass, pattern })]),
  admitted('iop'),
];
const found = (drugClass: DrugClass, collectedAt: string, matrix: Matrix = 'urine') =>
  definitive([[drugClass, 'positive']], { collectedAt, matrix });

/** What a positive so long after something means, at the last moment of the window and an hour later. */
function around(before: readonly Step[], drugClass: DrugClass, from: string, days: number, matrix?: Matrix) {
  return [0, 1].map((later) => {
    const report = found(drugClass, plusHours(plusDays(from, days), later), matrix);
    const { journey } = given(before).when(report);
    return journey.specimens.at(-1)?.judgements[drugClass]?.disposition;
  });
}

describe.each(table)('%s', (drugClass, occasional, daily, rule13, rule14) => {
  const use = day(60);

  it.each([
    ['occasional', occasional, occasional],
    ['daily', daily, daily],
    ['unknown', rule13, rule14],
  ] as const)(
    'used in a pattern that is %s shows %d days after admission and %d after a use',
    (pattern, after, since) => {
      const before = inCare(drugClass, pattern);
      expect(around(before, drugClass, admission, after)).toEqual(['baseline', 'unexpected-use']);
      expect(around([...before, found(drugClass, use)], drugClass, use, since)).toEqual(['residual', 'unexpected-use']);
    },
  );
});

describe('a matrix other than urine', () => {
  it.each(otherMatrices)('%s shows a use for %d days', (matrix, days) => {
    const before = inCare('cocaine', 'unknown');
    const use = day(60);
    expect(around(before, 'cocaine', admission, days, matrix)).toEqual(['baseline', 'unexpected-use']);
    const again = [...before, found('cocaine', use, matrix)];
    expect(around(again, 'cocaine', use, days, matrix)).toEqual(['residual', 'unexpected-use']);
  });

  it('hair looks back for 90 days and never shows a new use', () => {
    expect(around(inCare('cocaine', 'daily'), 'cocaine', admission, 90, 'hair')).toEqual([
      'baseline',
      'awaiting-review',
    ]);
  });

  it('is one of those with a window', () => {
    const known = ['urine', 'hair', ...otherMatrices.map(([matrix]) => matrix)];
    expect(matrices.filter((matrix) => !known.includes(matrix))).toEqual([]);
  });
});

describe('a class', () => {
  it('has a row of its own, but for other substances, where a person is asked', () => {
    const rows = table.map(([drugClass]) => drugClass);
    expect(drugClasses.filter((drugClass) => !rows.includes(drugClass))).toEqual(['other']);
    expect(standardFour.windows.other).toBeUndefined();
    expect(around(inCare('other', 'daily'), 'other', admission, 10)).toEqual(['awaiting-review', 'awaiting-review']);
  });
});
