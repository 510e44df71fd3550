import { day } from '../specs/commands.ts';
import { reportOf, result, specimenOf } from '../specs/specimens.ts';
import { standardFour } from '../specs/standard-four.ts';
import { dispositions, outcomes, type Disposition } from '../vocabulary.ts';
import type { ClassResult, DrugTestReport, Validity } from './commands.ts';
import { mergeReports } from './merge.ts';
import { addToPast, clears, negativeOf, nothingBefore, type Meaning } from './past.ts';

const merged = (results: readonly ClassResult[], fields: Partial<DrugTestReport> = {}) =>
  mergeReports(specimenOf([reportOf(results, fields)]));
const negative = result('negative');
/** What is looked back on after one specimen whose classes, in their order, came to mean this. */
function pastOf(results: readonly ClassResult[], means: readonly Disposition[], fields: Partial<DrugTestReport> = {}) {
  const specimen = merged(results, fields);
  const meanings = specimen.classes.flatMap((one, index): readonly Meaning[] => {
    const disposition = means[index];
    return disposition === undefined ? [] : [{ result: one, disposition }];
  });
  return addToPast(nothingBefore.past, specimen, meanings, standardFour);
}

describe('what clears a class', () => {
  it('is a negative that the rules took as one, also where a medication should have been found', () => {
    const [one] = merged([negative]).classes;
    if (!one) throw new Error('no class was reported');
    for (const outcome of outcomes)
      for (const disposition of [...dispositions, undefined]) {
        const accepted = disposition === 'negative' || disposition === 'unexpected-absence';
        expect(clears({ ...one, outcome }, disposition)).toBe(outcome === 'negative' && accepted);
      }
  });

  it.each([
    [
      'definitive, with the highest of its cut-offs',
      [
        result('negative', { analyte: 'a', cutoff: 50 }),
        result('negative', { analyte: 'b', cutoff: 100 }),
        result('negative', { analyte: 'c' }),
      ],
      { definitive: true, cutoff: 100 },
    ],
    [
      'compared in one unit',
      [
        result('negative', { analyte: 'a', cutoff: 0.2, unit: 'mg/L' }),
        result('negative', { analyte: 'b', cutoff: 100 }),
      ],
      { definitive: true, cutoff: 200 },
    ],
    ['without any cut-off', [negative], { definitive: true }],
    ['presumptive', [result('negative', { stage: 'presumptive' })], { definitive: false }],
  ] as const)('is kept: %s', (_, results, more) => {
    const specimen = merged(results, { matrix: 'oral-fluid' });
    const [one] = specimen.classes;
    expect(one && negativeOf(specimen, one)).toStrictEqual({ at: day(10), matrix: 'oral-fluid', ...more });
  });

  it('is looked back on by its class', () => {
    const past = pastOf([negative, result('negative', { drugClass: 'pcp' })], ['negative', 'recollect']);
    expect(past).toStrictEqual({
      negatives: { cocaine: { last: { at: day(10), matrix: 'urine', definitive: true }, before: undefined } },
      measured: {},
    });
  });
});

describe('the level of a class', () => {
  const level = result('positive', { amount: 300, method: 'lc-ms', unit: 'ng/mL' });
  const known = { laboratory: 'north', validity: { finding: 'valid', creatinineMgDl: 100 } } as const;

  it.each(dispositions.map((disposition) => [disposition] as const))(
    'is measured by a specimen, or not: %s',
    (means) => {
      const says = !['superseded', 'pending', 'integrity-concern', 'recollect'].includes(means);
      expect(pastOf([level], [means], known).measured).toEqual(
        says
          ? { cocaine: { last: { at: day(10), laboratory: 'north', method: 'lc-ms', unit: 'ng/mL', normalised: 3 } } }
          : {},
      );
    },
  );
});

describe('a dilute specimen', () => {
  const dilute: { validity: Validity } = { validity: { finding: 'dilute' } };

  it.each<readonly [string, readonly Disposition[], fields: { validity: Validity }, counted: boolean]>([
    ['counts', ['recollect'], dilute, true],
    ['counts where a part of it stands', ['superseded', 'recollect'], dilute, true],
    [
      'counts by its figures',
      ['recollect'],
      { validity: { finding: 'not-recorded', creatinineMgDl: 10, specificGravity: 1.002 } },
      true,
    ],
    ['does not count while it is preliminary', ['pending', 'pending'], dilute, false],
    ['does not count where it was cancelled', ['superseded', 'superseded'], dilute, false],
    ['does not count where part is cancelled and part preliminary', ['pending', 'superseded'], dilute, false],
    ['is none where it is valid', ['negative'], { validity: { finding: 'valid' } }, false],
  ])('%s', (_, means, fields, counted) => {
    const past = pastOf([negative, result('negative', { drugClass: 'pcp' })], means, fields);
    expect(past.dilutes).toEqual(counted ? { last: day(10) } : undefined);
    expect('dilutes' in past).toBe(counted);
  });
});
