import type { CommandOf } from '../commands.ts';
import type { SubstanceUse } from '../assessments/commands.ts';
import { dimensions, type Dimension, type RiskRating } from '../assessments/vocabulary.ts';
import type { Instant } from '../time.ts';
import { said } from './commands.ts';

const evidence = { sealed: 'kid.nonce.words' };

type Assessment = CommandOf<'RecordAssessment'>;
type Fields = Partial<Assessment>;
type Levels = Readonly<Partial<Record<Dimension, string>>>;

const assessment = (at: Instant, fields: Pick<Assessment, 'edition' | 'dimensions'>, more: Fields): Assessment => ({
  type: 'RecordAssessment',
  ...said(at, 'therapist'),
  assessmentId: `a-${at.slice(0, 16).replaceAll(':', '-')}`,
  assessedAt: at,
  ...fields,
  ...more,
});

/** 4th edition: the dimensions that ask for something; the others ask for nothing. */
export const assessed = (asks: Levels, at: Instant, fields: Fields = {}): Assessment =>
  assessment(
    at,
    {
      edition: 4,
      dimensions: dimensions.map((dimension) => ({
        dimension,
        ...(dimension < 6 && { minimumLevel: asks[dimension] ?? '0' }),
        evidence,
      })),
    },
    fields,
  );

/** 3rd edition: the ratings of dimensions 1 to 6. */
export const rated = (
  [d1, d2, d3, d4, d5, d6]: readonly [RiskRating, RiskRating, RiskRating, RiskRating, RiskRating, RiskRating],
  at: Instant,
  fields: Fields = {},
): Assessment => {
  const risks = [d1, d2, d3, d4, d5, d6];
  const dimensionsOf3 = dimensions.map((dimension) => ({ dimension, risk: risks[dimension - 1] ?? 0, evidence }));
  return assessment(at, { edition: 3, dimensions: dimensionsOf3 }, fields);
};

/** An assessment in which nothing is asked for, that tells of a substance. */
export const uses = (at: Instant, ...substances: readonly SubstanceUse[]): Assessment =>
  assessed({}, at, { substances });
