import { day } from '../specs/commands.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import type { Matrix } from '../vocabulary.ts';
import type { ClassResult } from './commands.ts';
import { shareEvidence, tellsOf } from './evidence.ts';
import { mayStemFrom, windowDays } from './windows.ts';
import { capitalised, counted, elapsed, inMatrix, named, windowOf } from './words.ts';

describe('the time between two moments, in words', () => {
  it.each([
    [0, '0 hours'],
    [1, '1 hour'],
    [1.9, '1 hour'],
    [47.9, '47 hours'],
    [48, '2 days'],
    [60, '2.5 days'],
    [71, '2.9 days'],
    [240, '10 days'],
  ])('of %d hours is %s', (hours, words) => {
    expect(elapsed(day(0), plusHours(day(0), hours))).toBe(words);
    expect(elapsed(plusHours(day(0), hours), day(0))).toBe(words);
  });

  it('has one day or several, and the pattern of use where it is known', () => {
    expect([counted(1, 'day'), counted(0.5, 'day'), counted(2, 'day')]).toEqual(['1 day', '0.5 days', '2 days']);
    expect([windowOf(4, 'unknown'), windowOf(1, 'occasional')]).toEqual(['4 days', '1 day for occasional use']);
  });
});

describe('a class and a matrix, in words', () => {
  it('have names that people say', () => {
    expect((['pcp', 'mdma', 'other-sedatives', 'other', 'cocaine'] as const).map(named)).toEqual([
      'PCP',
      'MDMA',
      'other sedatives',
      'another substance',
      'cocaine',
    ]);
    expect((['oral-fluid', 'urine'] as const).map(inMatrix)).toEqual(['oral fluid', 'urine']);
    expect(capitalised('oral fluid')).toBe('Oral fluid');
  });
});

describe('the window of a class by what was found of it', () => {
  const found = (
    drugClass: ClassResult['drugClass'],
    analyte: string,
    outcome: 'positive' | 'negative' = 'positive',
  ): ClassResult => ({ drugClass, analyte, outcome, stage: 'definitive' });
  const days = (matrix: Matrix, ...results: readonly ClassResult[]) =>
    (['baseline', 'residual'] as const).map((purpose) =>
      windowDays(standardFour, { drugClass: results[0]?.drugClass ?? 'alcohol', results }, matrix, purpose, 'unknown'),
    );

  it.each<readonly [string, Matrix, readonly ClassResult[], readonly (number | undefined)[]]>([
    ['nothing', 'urine', [], [5, 3]],
    ['an analyte without a window of its own', 'urine', [found('alcohol', 'EtG')], [5, 3]],
    ['an analyte with one', 'urine', [found('alcohol', 'Ethanol')], [0.5, 0.5]],
    ['the same in another matrix', 'blood', [found('alcohol', 'ethanol')], [1, 1]],
    ['one of that matrix', 'blood', [found('alcohol', 'PEth')], [28, 14]],
    ['one of that matrix, elsewhere', 'urine', [found('alcohol', 'PEth')], [5, 3]],
    ['several: the longest', 'urine', [found('alcohol', 'ethanol'), found('alcohol', 'EtG')], [5, 3]],
    ['several, the longest first', 'urine', [found('benzodiazepines', 'clonazepam'), found('benzodiazepines', 'lorazepam')], [14, 14]],
    ['one, another looked for', 'urine', [found('benzodiazepines', 'lorazepam'), found('benzodiazepines', 'clonazepam', 'negative')], [5, 5]],
    ['an analyte of another class by that name', 'urine', [found('cocaine', 'ethanol')], [4, 4]],
    ['a class without a window', 'urine', [found('other', 'ethanol')], [undefined, undefined]],
    ['a class without a window, in blood', 'blood', [found('other', 'x')], [undefined, undefined]],
  ])('%s', (_, matrix, results, expected) => {
    expect(days(matrix, ...results)).toEqual(expected);
  }); // prettier-ignore

  it('counts from the use of those whose metabolites show as it', () => {
    expect(mayStemFrom(standardFour, 'amphetamines')).toEqual(['amphetamines', 'methamphetamine', 'mdma']);
    expect(mayStemFrom(standardFour, 'opioids')).toEqual(['heroin', 'opioids']);
    expect(mayStemFrom(standardFour, 'heroin')).toEqual(['heroin']);
  });
});

describe('two uses', () => {
  const told = (drugClass: 'cocaine' | 'pcp', onDay: number) => ({ drugClass, lastUseAt: day(onDay) });
  const use = (specimenIds: readonly string[], ...words: readonly ReturnType<typeof told>[]) => ({
    specimenIds,
    ...(words.length > 0 && { told: words }),
  });

  it.each([
    [true, use(['a', 'b']), use(['b', 'c'])],
    [false, use(['a']), use(['b'])],
    [false, use([]), use([])],
    [true, use(['a'], told('cocaine', 1)), use(['b'], told('cocaine', 1))],
    [true, use([], told('pcp', 2), told('cocaine', 1)), use([], told('cocaine', 1))],
    [false, use(['a'], told('cocaine', 1)), use(['b'], told('cocaine', 2))],
    [false, use(['a'], told('cocaine', 1)), use(['b'], told('pcp', 1))],
    [false, use(['a'], told('cocaine', 1)), use(['b'])],
    [false, use(['a']), use(['b'], told('cocaine', 1))],
  ])('stand on something in common: %s, of %j and %j', (shared, a, b) => {
    expect(shareEvidence(a, b)).toBe(shared);
    expect(shareEvidence(b, a)).toBe(shared);
  });

  it('stand each on the words that tell of them', () => {
    expect(tellsOf(use([], told('cocaine', 1), told('pcp', 2)), told('pcp', 2))).toBe(true);
    expect(tellsOf(use([], told('cocaine', 1), told('pcp', 2)), told('pcp', 1))).toBe(false);
    expect(tellsOf(use(['a']), told('pcp', 1))).toBe(false);
  });
});
