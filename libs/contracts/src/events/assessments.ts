import { dimensions, subdimensions } from '@stepway/pathway';
import { z } from 'zod';
import { assessed, dimensionRating } from '../commands/assessments.ts';
import { Sealed } from '../scalars.ts';
import { reason } from './event.ts';
import { RuleTried } from './rule-tried.ts';

export const AsamCode = z
  .object({ edition: z.union([z.literal(3), z.literal(4)]), code: z.string() })
  .meta({ id: 'AsamCode', description: 'A code of the ASAM Criteria never stands without its edition' });

/** What the ratings of an assessment come to. */
export const recommendation = {
  asam: AsamCode,
  level: z.string().optional(),
  drivers: z
    .array(
      z.object({
        dimension: z.literal(dimensions),
        subdimension: z.enum(subdimensions).optional(),
        asks: z.string(),
      }),
    )
    .readonly(),
  alongside: z.array(AsamCode).readonly().optional(),
  toEvaluate: z.array(z.literal(dimensions)).readonly().optional(),
};

export const assessmentEvents = {
  AssessmentRecorded: z.object({
    ...assessed,
    dimensions: z.array(z.object({ ...dimensionRating, evidence: Sealed })).readonly(),
    ...reason,
  }),
  LevelRecommended: z.object({
    decisionId: z.string(),
    assessmentId: z.string(),
    ...recommendation,
    explanation: z.string(),
    rules: z.array(RuleTried).readonly(),
  }),
};
