import { standardFour } from '../specs/standard-four.ts';
import { recommend } from './recommend.ts';
import { dimensionsTried, recommendationSentence } from './words.ts';

describe('a recommendation in words', () => {
  const rated = {
    edition: 4,
    age: 'adult',
    dimensions: [
      { dimension: 1, minimumLevel: 'EVAL' },
      { dimension: 4, subdimension: 'B', minimumLevel: '2.1' },
      { dimension: 6 },
    ],
  } as const;

  it('names the level and the dimensions that force it', () => {
    expect(recommendationSentence(recommend(rated, standardFour), standardFour)).toBe(
      'Indicated level 2.1 (ASAM Criteria, 4th edition), here Intensive outpatient (IOP): by dimension 4B (risks of substance use). Dimension 1 is still to be evaluated.',
    );
  });

  it('says when nothing forces it, what stands beside it, and that the programme has no such level', () => {
    const asam = { edition: 3, code: '4' } as const;
    const start = 'Indicated level 4 (ASAM Criteria, 3rd edition), which this programme does not have';
    expect(recommendationSentence({ asam, drivers: [] }, standardFour)).toBe(`${start}: no dimension asks for more.`);
    expect(recommendationSentence({ asam, level: 'gone', drivers: [], toEvaluate: [1, 3] }, standardFour)).toBe(
      `${start}: no dimension asks for more. Dimensions 1 and 3 are still to be evaluated.`,
    );
    expect(recommendationSentence({ asam, drivers: [], toEvaluate: [1, 4, 5] }, standardFour)).toBe(
      `${start}: no dimension asks for more. Dimensions 1, 4 and 5 are still to be evaluated.`,
    );
    const two = {
      asam: { edition: 4, code: '3.1' },
      level: 'residential',
      drivers: [
        { dimension: 4, asks: '3.1' },
        { dimension: 5, asks: '3.1' },
      ],
      alongside: [{ edition: 4, code: '2.7' }],
    } as const;
    expect(recommendationSentence(two, standardFour)).toBe(
      'Indicated level 3.1 (ASAM Criteria, 4th edition), here Residential, with medical management (2.7) beside it: by dimension 4 (risks of substance use) and dimension 5 (recovery environment).',
    );
  });

  it('shows of the parts of a dimension the one that forces it', () => {
    const parts = {
      edition: 4,
      age: 'adult',
      dimensions: [
        { dimension: 4, subdimension: 'A', minimumLevel: '1.5' },
        { dimension: 4, subdimension: 'B', minimumLevel: '2.1' },
      ],
    } as const;
    expect(dimensionsTried(parts, recommend(parts, standardFour), standardFour)).toEqual([
      { rule: 'dimension-4a', held: false, saw: '1.5' },
      { rule: 'dimension-4b', held: true, saw: '2.1' },
    ]);
  });

  it('shows ratings of the 3rd edition with what they come to', () => {
    const risks = {
      edition: 3,
      age: 'adult',
      dimensions: [
        { dimension: 5, risk: 2 },
        { dimension: 6, risk: 0 },
      ],
    } as const;
    expect(dimensionsTried(risks, recommend(risks, standardFour), standardFour)).toEqual([
      { rule: 'dimension-5', held: true, saw: 'rated 2, asks for 2.1' },
      { rule: 'dimension-6', held: false, saw: 'rated 0, asks for 0' },
    ]);
  });

  it('shows every dimension with what it asked for', () => {
    expect(dimensionsTried(rated, recommend(rated, standardFour), standardFour)).toEqual([
      { rule: 'dimension-1', held: 'unknown', saw: 'EVAL' },
      { rule: 'dimension-4b', held: true, saw: '2.1' },
      { rule: 'dimension-6', held: false, saw: 'not scored' },
    ]);
  });
});
