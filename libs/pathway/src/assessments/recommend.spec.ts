import { asamCodes, intensity, isCode } from './asam.ts';
import type { DimensionRating } from './commands.ts';
import { recommend } from './recommend.ts';
import { standardFour } from '../specs/standard-four.ts';
import type { Programme } from '../programme/programme.ts';

const fourth = (ratings: readonly DimensionRating[], programme: Programme = standardFour) =>
  recommend({ edition: 4, age: 'adult', dimensions: ratings }, programme);
const third = (
  risks: readonly [number, number, number, number, number, number],
  age: 'adult' | 'adolescent' = 'adult',
) =>
  recommend(
    {
      edition: 3,
      age,
      dimensions: risks.map((risk, index): DimensionRating => ({
        dimension: ([1, 2, 3, 4, 5, 6] as const)[index] ?? 6,
        risk: ([0, 1, 2, 3, 4] as const)[risk] ?? 0,
      })),
    },
    standardFour,
  );

describe('error 10: the level that an assessment by the 4th edition indicates is the least safe one, never an average', () => {
  it('D1 0, D2 0, D3 ANY, D4 B (2.1), D5 0 → 2.1', () => {
    const indicated = fourth([
      { dimension: 1, minimumLevel: '0' },
      { dimension: 2, minimumLevel: '0' },
      { dimension: 3, minimumLevel: 'ANY' },
      { dimension: 4, subdimension: 'B', minimumLevel: '2.1' },
      { dimension: 5, minimumLevel: '0' },
    ]);
    expect(indicated).toEqual({
      asam: { edition: 4, code: '2.1' },
      level: 'iop',
      drivers: [{ dimension: 4, subdimension: 'B', asks: '2.1' }],
    });
  });

  it('D1 EVAL, D3 3.5 COE, all others lower → 3.5 COE', () => {
    const indicated = fourth([
      { dimension: 1, minimumLevel: 'EVAL' },
      { dimension: 2, minimumLevel: '1.5' },
      { dimension: 3, minimumLevel: '3.5 COE' },
      { dimension: 4, minimumLevel: '2.5' },
      { dimension: 5, minimumLevel: '2.1' },
    ]);
    expect(indicated).toMatchObject({
      asam: { edition: 4, code: '3.5 COE' },
      level: 'residential',
      drivers: [{ dimension: 3 }],
      toEvaluate: [1],
    });
  });

  it('D1 3.7, all others lower → 3.7: medically managed stops early', () => {
    const indicated = fourth([
      { dimension: 1, minimumLevel: '3.7' },
      { dimension: 3, minimumLevel: '3.1 COE' },
      { dimension: 4, minimumLevel: '3.5' },
      { dimension: 5, minimumLevel: '3.1' },
    ]);
    expect(indicated).toMatchObject({ asam: { code: '3.7' }, level: 'detox', drivers: [{ dimension: 1 }] });
  });

  it('D3 2.5 COE, D4 3.1, D5 3.1 → 3.1: residential overrides 2.5 COE', () => {
    const indicated = fourth([
      { dimension: 3, minimumLevel: '2.5 COE' },
      { dimension: 4, minimumLevel: '3.1' },
      { dimension: 5, minimumLevel: '3.1' },
    ]);
    expect(indicated).toMatchObject({
      asam: { code: '3.1' },
      level: 'residential',
      drivers: [{ dimension: 4 }, { dimension: 5 }],
    });
  });

  it('one dimension alone forces it, however low the others are', () => {
    const indicated = fourth([
      { dimension: 1, minimumLevel: '0' },
      { dimension: 2, minimumLevel: '0' },
      { dimension: 5, minimumLevel: '3.5' },
    ]);
    expect(indicated).toMatchObject({ asam: { code: '3.5' }, drivers: [{ dimension: 5 }] });
  });

  it('an enhanced level stays enhanced at a higher one of the same broad level', () => {
    const indicated = fourth([
      { dimension: 3, minimumLevel: '2.1 COE' },
      { dimension: 4, minimumLevel: '2.5' },
    ]);
    expect(indicated).toMatchObject({ asam: { code: '2.5 COE' }, drivers: [{ dimension: 3 }, { dimension: 4 }] });
  });

  it('medical management below a clinically managed level is given beside it', () => {
    const indicated = fourth([
      { dimension: 1, minimumLevel: '1.7' },
      { dimension: 4, minimumLevel: '2.1' },
    ]);
    expect(indicated).toMatchObject({
      asam: { code: '2.1' },
      level: 'iop',
      drivers: [{ dimension: 4 }],
      alongside: [{ edition: 4, code: '1.7' }],
    });
  });

  it('where nothing is asked for, the least intensive level is enough; what could not be rated stays open', () => {
    expect(fourth([{ dimension: 3, minimumLevel: 'ANY' }])).toEqual({
      asam: { edition: 4, code: '1.0' },
      level: 'aftercare',
      drivers: [],
    });
    expect(fourth([{ dimension: 1, minimumLevel: 'EVAL' }])).toMatchObject({ level: 'aftercare', toEvaluate: [1] });
  });

  it('may be more than the programme has', () => {
    expect(fourth([{ dimension: 2, minimumLevel: '4' }])).toEqual({
      asam: { edition: 4, code: '4' },
      drivers: [{ dimension: 2, asks: '4' }],
    });
  });

  it('may be enhanced, for co-occurring or biomedical conditions, which chooses no other level', () => {
    expect(fourth([{ dimension: 2, minimumLevel: '3.7 BIO' }])).toMatchObject({
      asam: { code: '3.7 BIO' },
      level: 'detox',
    });
  });

  it('is forced by those alone that ask for it: what asks for less at the same broad level does not', () => {
    const { drivers } = fourth([
      { dimension: 3, minimumLevel: '2.1 COE' },
      { dimension: 4, minimumLevel: '2.5' },
      { dimension: 5, minimumLevel: '2.1' },
    ]);
    expect(drivers).toEqual([
      { dimension: 3, asks: '2.1 COE' },
      { dimension: 4, asks: '2.5' },
    ]);
  });

  it.each([[['1.7', '2.7']], [['2.7', '1.7']]] as const)(
    'has the most of the medical management that is asked for beside it: %j',
    ([d1, d2]) => {
      const indicated = fourth([
        { dimension: 1, minimumLevel: d1 },
        { dimension: 2, minimumLevel: d2 },
        { dimension: 4, minimumLevel: '3.1' },
      ]);
      expect(indicated).toEqual({
        asam: { edition: 4, code: '3.1' },
        level: 'residential',
        drivers: [{ dimension: 4, asks: '3.1' }],
        alongside: [{ edition: 4, code: '2.7' }],
      });
    },
  );

  it('is the next level up that the programme has, where it lacks the one indicated', () => {
    expect(fourth([{ dimension: 5, minimumLevel: '2.5' }]).level).toBe('residential');
  });
});

describe('error 10: the level that an assessment by the 3rd edition indicates goes by what each rating asks for', () => {
  it('is that of the highest need: neither the highest number nor an average', () => {
    // Readiness at its worst, all else at its best: 0.7 on average.
    expect(third([0, 0, 0, 4, 0, 0])).toMatchObject({
      asam: { edition: 3, code: '3.5' },
      level: 'residential',
      drivers: [{ dimension: 4, asks: '3.5' }],
    });
    expect(third([1, 1, 1, 1, 2, 1])).toMatchObject({
      asam: { code: '2.1' },
      level: 'iop',
      drivers: [{ dimension: 5 }],
    });
  });

  it('error 9: severe withdrawal potential alone leads to withdrawal management', () => {
    expect(third([3, 1, 1, 1, 4, 4])).toMatchObject({
      asam: { code: '3.7-WM' },
      level: 'detox',
      drivers: [{ dimension: 1 }],
    });
    expect(third([2, 1, 1, 1, 4, 4]).level).toBe('residential');
  });

  it('withdrawal management does not stand in for a medical bed, nor the reverse', () => {
    expect(third([0, 3, 0, 0, 0, 0])).not.toHaveProperty('level');
    expect(third([4, 0, 0, 0, 0, 0])).toMatchObject({ asam: { code: '4-WM' } });
    expect(third([4, 0, 0, 0, 0, 0])).not.toHaveProperty('level');
    // Medical management beside a level is a matter of the 4th edition.
    expect(third([4, 3, 0, 0, 0, 0])).not.toHaveProperty('alongside');
  });

  it('holds for adolescents by their own table', () => {
    const stricter: Programme = {
      ...standardFour,
      assessments: {
        ...standardFour.assessments,
        minimumByRating: {
          ...standardFour.assessments.minimumByRating,
          adolescent: { ...standardFour.assessments.minimumByRating.adolescent, 6: ['0', '2.1', '3.5', '3.5', '3.5'] },
        },
      },
    };
    const rating = { edition: 3, dimensions: [{ dimension: 6, risk: 2 }] } as const;
    expect(recommend({ ...rating, age: 'adolescent' }, stricter).level).toBe('residential');
    expect(recommend({ ...rating, age: 'adult' }, stricter).level).toBe('iop');
  });
});

describe('error 11: a code belongs to its edition', () => {
  it('and is not one of the other with the same digits', () => {
    expect(['3.3', '2-WM', '3.7-WM', '0.5', '1'].filter((code) => isCode(4, code))).toEqual([]);
    expect(['1.5', '1.7', '2.7', '1.0', '3.5 COE'].filter((code) => isCode(3, code))).toEqual([]);
    expect(['2.7', '3.5 COE', '4'].every((code) => isCode(4, code))).toBe(true);
  });

  it('has a place in the order of its edition', () => {
    for (const edition of [3, 4] as const)
      asamCodes[edition].forEach((code, place) => expect(intensity({ edition, code })).toBe(place));
    expect(intensity({ edition: 4, code: '2.5 COE' })).toBeGreaterThan(intensity({ edition: 4, code: '2.5' }));
    expect(intensity({ edition: 4, code: '2.5 COE' })).toBeLessThan(intensity({ edition: 4, code: '2.7' }));
  });
});
