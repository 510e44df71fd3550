import { day, definitive, inCareAt, presumptive, reviewed, stopsTaking, takes } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { plusHours } from '../time.ts';
import type { DrugClass, Outcome } from '../vocabulary.ts';
import { lowestCutoff, whenCleared } from './clearing.ts';
import type { ClassResult } from './commands.ts';

const inIop = inCareAt('iop');

describe('negatives since a use', () => {
  const negative = (hours: number, definitiveWith?: { cutoff?: number }) => ({
    at: plusHours(day(0), hours),
    matrix: 'urine' as const,
    definitive: definitiveWith !== undefined,
    ...definitiveWith,
  });

  it.each([
    ['none', [], 100, undefined],
    ['a definitive one at the cut-off of the positive', [negative(1, { cutoff: 100 })], 100, 1],
    ['a definitive one above it', [negative(1, { cutoff: 101 })], 100, undefined],
    ['a definitive one whose cut-off is not known', [negative(1, {})], 100, 1],
    ['a definitive one, where that of the positive is not known', [negative(1, { cutoff: 300 })], undefined, 1],
    ['one screen', [negative(1)], 100, undefined],
    ['two screens 48 hours apart', [negative(1), negative(49)], 100, 49],
    ['two screens less apart', [negative(1), negative(48.9)], 100, undefined],
    ['three screens, the first and the last 48 hours apart', [negative(1), negative(30), negative(50)], 100, 50],
    ['a definitive one after a screen', [negative(1), negative(5, { cutoff: 50 })], 100, 5],
  ] as const)('clear it or not: %s', (_, negatives, cutoff, hours) => {
    expect(whenCleared(negatives, cutoff, 48)).toBe(hours === undefined ? undefined : plusHours(day(0), hours));
  });

  it('compare with the lowest cut-off at which something was found', () => {
    const result = (outcome: Outcome, cutoff?: number): ClassResult => ({
      drugClass: 'opioids',
      outcome,
      stage: 'definitive',
      ...(cutoff !== undefined && { cutoff }),
    });
    const lowest = (...results: readonly ClassResult[]) => lowestCutoff({ results });
    expect(lowest(result('positive', 300), result('positive', 100), result('negative', 10))).toBe(100);
    expect(lowest(result('positive'), result('positive', 200))).toBe(200);
    expect(lowest(result('positive', 0), result('positive', 200))).toBe(200);
    expect(lowest(result('positive'))).toBeUndefined();
  });
});

describe('a positive after a use and a negative', () => {
  const found = (collectedAt: string, more: Partial<ClassResult> = {}, specimenId = `S-${collectedAt}`) =>
    definitive([['cocaine', 'positive', more]], { collectedAt, specimenId });
  const negative = (collectedAt: string, specimenId = `S-${collectedAt}`) =>
    definitive([['cocaine', 'negative']], { collectedAt, specimenId });
  const last = (drugClass: DrugClass, ...steps: readonly (Step | readonly Step[])[]) => {
    const { journey } = given(inIop).when(...steps.flat());
    return journey.specimens.at(-1)?.judgements[drugClass]?.disposition;
  };

  it('is cleared by one in between, not by one at the moment of the use or of the positive', () => {
    const [use, again] = [found(day(10)), found(day(13), {}, 'S-z')];
    expect(last('cocaine', use, negative(plusHours(day(10), 1)), again)).toBe('unexpected-use');
    expect(last('cocaine', use, negative(day(10), 'S-other'), again)).toBe('residual');
    expect(last('cocaine', use, negative(plusHours(day(13), -1)), again)).toBe('unexpected-use');
    expect(last('cocaine', use, negative(day(13), 'S-a'), again)).toBe('residual');
  });

  it('compares with the least sensitive analyte of the negative', () => {
    const analytes = (cutoff?: number) =>
      definitive(
        [
          ['cocaine', 'negative', { analyte: 'cocaine', cutoff: 50 }],
          ['cocaine', 'negative', { analyte: 'benzoylecgonine', ...(cutoff !== undefined && { cutoff }) }],
        ],
        { collectedAt: day(12) },
      );
    expect(last('cocaine', found(day(10)), analytes(300), found(day(13), { cutoff: 100 }))).toBe('residual');
    expect(last('cocaine', found(day(10)), analytes(100), found(day(13), { cutoff: 100 }))).toBe('unexpected-use');
    expect(last('cocaine', found(day(10)), analytes(), found(day(13), { cutoff: 100 }))).toBe('unexpected-use');
  });

  it("is not cleared by a clinician's word: it changes no measurement", () => {
    const said = reviewed(`S-${day(12)}`, 'cocaine', 'negative', day(12));
    expect(last('cocaine', found(day(10)), found(day(12)), said, found(day(13)))).toBe('residual');
  });

  it('is cleared also where a medication should have been found', () => {
    const fentanyl = (outcome: Outcome, onDay: number) =>
      definitive([['fentanyl', outcome]], { collectedAt: day(onDay) });
    const patch = [takes('fentanyl-patch'), fentanyl('negative', 5), stopsTaking('fentanyl-patch', day(6))];
    expect(last('fentanyl', patch, fentanyl('positive', 14))).toBe('unexpected-use');
    expect(last('fentanyl', fentanyl('positive', 14))).toBe('baseline');
  });

  it('is not cleared by a screen of which nothing is certain: dilute, not done, preliminary', () => {
    const between = [
      definitive([['cocaine', 'negative']], { collectedAt: day(12), status: 'preliminary' }),
      definitive([['cocaine', 'not-done']], { collectedAt: day(12) }),
      definitive([['cocaine', 'indeterminate']], { collectedAt: day(12) }),
      definitive([['cocaine', 'negative']], { collectedAt: day(12), validity: { finding: 'invalid' } }),
      presumptive([['cocaine', 'negative']], { collectedAt: day(12) }),
    ];
    for (const one of between) expect(last('cocaine', found(day(10)), one, found(day(13)))).toBe('residual');
  });
});
