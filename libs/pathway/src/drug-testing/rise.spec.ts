import { day, definitive, inCareAt } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { plusHours } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { ClassResult } from './commands.ts';
import { inHundredths } from './rise.ts';

/** Creatinine-normalised, same laboratory and method, 2 to 30 days apart, from 1.5 times: cannabis only. */
const inIop = inCareAt('iop');
interface Level {
  readonly amount?: number;
  readonly creatinineMgDl?: number;
  readonly laboratory?: string;
  readonly method?: string;
  readonly unit?: string;
  readonly drugClass?: DrugClass;
}

const usual = { amount: 100, creatinineMgDl: 100, laboratory: 'north', method: 'LC-MS/MS', unit: 'ng/mL' };
const without = (field: keyof typeof usual): Level => ({ ...usual, [field]: undefined });
function level(collectedAt: string, fields: Level = {}, more: Parameters<typeof definitive>[1] = {}) {
  const { drugClass = 'cannabis', amount, creatinineMgDl, laboratory, method, unit } = { ...usual, ...fields };
  const result: Partial<ClassResult> = {
    ...(amount !== undefined && { amount }),
    ...(method !== undefined && { method }),
    ...(unit !== undefined && { unit }),
  };
  return definitive([[drugClass, 'positive', result]], {
    collectedAt,
    ...(laboratory !== undefined && { laboratory }),
    validity: { finding: 'valid', ...(creatinineMgDl !== undefined && { creatinineMgDl }) },
    ...more,
  });
}
const meaning = (...steps: readonly Step[]) => {
  const judgements = given(inIop)
    .when(...steps)
    .journey.specimens.at(-1)?.judgements;
  return Object.values(judgements ?? {})[0]?.disposition;
};
const [risen, none] = ['unexpected-use', 'residual'];

describe('a level after a use', () => {
  const use = level(day(40));

  it.each<readonly [string, Level, expected: string | undefined]>([
    ['half as high again', { amount: 150 }, risen],
    ['not quite half as high again', { amount: 149 }, none],
    ['half as high again in the same creatinine only', { amount: 150, creatinineMgDl: 101 }, none],
    ['as high in thinner urine', { amount: 75, creatinineMgDl: 50 }, risen],
    ['of another laboratory', { amount: 300, laboratory: 'south' }, none],
    ['by another method', { amount: 300, method: 'immunoassay' }, none],
    ['in another unit', { amount: 300, unit: 'ng/mg' }, none],
    ['without its amount', without('amount'), none],
    ['without creatinine', without('creatinineMgDl'), none],
    ['without a laboratory', { ...without('laboratory'), amount: 300 }, none],
    ['without a method', { ...without('method'), amount: 300 }, none],
  ])('%s', (_, fields, expected) => {
    expect(meaning(use, level(day(45), fields))).toBe(expected);
  });

  it.each(['creatinineMgDl', 'laboratory', 'method', 'amount'] as const)(
    'is compared with none that lacks its %s',
    (field) => {
      expect(meaning(level(day(40), without(field)), level(day(45), { ...without(field), amount: 300 }))).toBe(none);
      expect(meaning(level(day(40), without(field)), level(day(45), { amount: 300 }))).toBe(none);
    },
  );

  it('is compared where neither report names a unit', () => {
    expect(meaning(level(day(40), without('unit')), level(day(45), { ...without('unit'), amount: 300 }))).toBe(risen);
  });

  it('is compared 2 to 30 days after the other', () => {
    expect(meaning(use, level(day(42), { amount: 300 }))).toBe(risen);
    expect(meaning(use, level(plusHours(day(42), -1), { amount: 300 }))).toBe(none);
    expect(meaning(use, level(day(70), { amount: 300 }))).toBe(risen);
  });

  it('is compared with the last that can be compared', () => {
    const later = { amount: 300 };
    expect(meaning(use, level(day(42), { laboratory: 'south', amount: 300 }), level(day(45), { amount: 150 }))).toBe(
      risen,
    );
    expect(meaning(use, level(day(42), without('amount')), level(day(45), later))).toBe(risen);
    expect(meaning(use, level(day(42), { amount: 140 }), level(day(45), { amount: 160 }))).toBe(none);
    expect(meaning(use, level(day(42), { amount: 50 }), level(day(45), { amount: 100 }))).toBe(risen);
  });

  it.each([
    ['only preliminary', { status: 'preliminary' as const }],
    ['invalid', { validity: { finding: 'invalid' as const, creatinineMgDl: 100 } }],
    ['adulterated', { validity: { finding: 'adulterated' as const, creatinineMgDl: 100 } }],
  ])('is compared with none that was %s', (_, fields) => {
    expect(meaning(use, level(day(42), { amount: 20 }, fields), level(day(45)))).toBe(none);
  });

  it('is that of the analyte that was found, with its amount', () => {
    const analytes = (collectedAt: string, amount: number) =>
      definitive(
        [
          ['cannabis', 'negative', { analyte: 'thc', amount: 1, method: 'LC-MS/MS', unit: 'ng/mL' }],
          ['cannabis', 'positive', { analyte: '11-nor-9-carboxy-thc', method: 'LC-MS/MS', unit: 'ng/mL' }],
          ['cannabis', 'positive', { analyte: 'thc-cooh', amount, method: 'LC-MS/MS', unit: 'ng/mL' }],
        ],
        { collectedAt, laboratory: 'north', validity: { finding: 'valid', creatinineMgDl: 100 } },
      );
    expect(meaning(analytes(day(40), 100), analytes(day(45), 150))).toBe(risen);
    expect(meaning(analytes(day(40), 100), analytes(day(45), 149))).toBe(none);
  });

  it('says nothing of another class', () => {
    const cocaine = { drugClass: 'cocaine' } as const;
    expect(meaning(level(day(40), cocaine), level(day(43), { ...cocaine, amount: 300 }))).toBe(none);
  });
});

describe('a falling level beyond the window', () => {
  it('is measured from one within 30 days, lower than it by however little', () => {
    expect(meaning(level(day(5)), level(day(35), { amount: 99 }))).toBe('awaiting-review');
    expect(meaning(level(day(4)), level(day(35), { amount: 60 }))).toBe('unexpected-use');
    expect(meaning(level(day(5)), level(day(35), { amount: 100 }))).toBe('unexpected-use');
    expect(meaning(level(day(10)), level(day(35), { amount: 120 }))).toBe('unexpected-use');
  });
});

describe('a number of times', () => {
  it('is told in hundredths', () => {
    expect([inHundredths(1.5), inHundredths(1.505001), inHundredths(2 / 3)]).toEqual([1.5, 1.51, 0.67]);
  });
});
