import { day } from '../specs/commands.ts';
import { standardFour } from '../specs/standard-four.ts';
import type { Temperature, ValidityFinding } from '../vocabulary.ts';
import type { MergedSpecimen } from './merge.ts';
import { findingOf, temperatureOf } from './validity.ts';

/** The limits of clinical-defaults §3, at and beside each. */
const specimen = (validity: Partial<MergedSpecimen['validity']>): MergedSpecimen => ({
  specimenId: 'S-1',
  collectedAt: day(10),
  matrix: 'urine',
  classes: [],
  validity: { finding: 'not-recorded', temperature: 'not-recorded', ...validity },
});

describe('the validity that figures tell', () => {
  it.each<readonly [ValidityFinding, creatinineMgDl: number | undefined, specificGravity: number | undefined]>([
    ['not-recorded', undefined, undefined],
    ['not-recorded', 1, undefined],
    ['not-recorded', undefined, 1.001],
    ['dilute', 19.9, 1.0029],
    ['valid', 20, 1.0029],
    ['valid', 19.9, 1.003],
    ['substituted', 1.9, 1.001],
    ['dilute', 1.9, 1.0011],
    ['dilute', 2, 1.001],
    ['substituted', 1.9, 1.02],
    ['valid', 1.9, 1.0199],
    ['valid', 2, 1.02],
    ['valid', 50, 1.02],
    ['valid', 50, 1.001],
  ])('is %s with a creatinine of %s mg/dL and a specific gravity of %s', (finding, creatinineMgDl, specificGravity) => {
    const figures = {
      ...(creatinineMgDl !== undefined && { creatinineMgDl }),
      ...(specificGravity !== undefined && { specificGravity }),
    };
    expect(findingOf(specimen(figures), standardFour)).toBe(finding);
    // The laboratory's own word outranks its figures.
    expect(findingOf(specimen({ ...figures, finding: 'invalid' }), standardFour)).toBe('invalid');
  });

  it.each([
    ['adulterated', { ph: 3.9 }],
    ['not-recorded', { ph: 4 }],
    ['not-recorded', { ph: 10.9 }],
    ['adulterated', { ph: 11 }],
    ['adulterated', { nitriteUgMl: 500 }],
    ['not-recorded', { nitriteUgMl: 499 }],
    ['adulterated', { ph: 3.9, creatinineMgDl: 1, specificGravity: 1.001 }],
  ] as const)('is %s with %j', (finding, figures) => {
    expect(findingOf(specimen(figures), standardFour)).toBe(finding);
  });
});

describe('the temperature of fresh urine', () => {
  it.each<readonly [Temperature, temperatureF: number | undefined, readAfterMinutes: number | undefined]>([
    ['out-of-range', 89.9, 4],
    ['in-range', 90, 4],
    ['in-range', 100, 4],
    ['out-of-range', 100.1, 4],
    ['not-recorded', 100.1, 4.1],
    ['not-recorded', 100.1, undefined],
    ['not-recorded', undefined, 1],
  ])('is %s with %s °F read after %s minutes', (temperature, temperatureF, readAfterMinutes) => {
    const read = {
      ...(temperatureF !== undefined && { temperatureF }),
      ...(readAfterMinutes !== undefined && { readAfterMinutes }),
    };
    expect(temperatureOf(specimen(read), standardFour)).toBe(temperature);
    for (const said of ['in-range', 'out-of-range'] as const)
      expect(temperatureOf(specimen({ ...read, temperature: said }), standardFour)).toBe(said);
  });
});
