import {
  biopsychosocialAreas,
  biopsychosocialFindings,
  candidacyCriteria,
  deciders,
  dimensions,
  discrepancyReasons,
  exclusionCriteria,
  livingSituations,
  riskRatings,
  subdimensions,
  usePatterns,
  withdrawalRisks,
} from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, FreeText, Instant } from '../scalars.ts';
import { command } from './command.ts';
import { DrugClass } from './drug-test-report.ts';

const Edition = z.union([z.literal(3), z.literal(4)]);
/** `2.1`, `3.7-WM`, `3.5 COE`, `0`, `ANY`, `EVAL`: which of them an edition has is a rule of the pathway. */
const MinimumLevel = z.string().regex(/^[0-9A-Z][0-9A-Z. -]{0,15}$/, 'a code of the ASAM Criteria, 0, ANY or EVAL');

export const dimensionRating = {
  dimension: z.literal(dimensions),
  subdimension: z.enum(subdimensions).optional(),
  risk: z.literal(riskRatings).optional(),
  minimumLevel: MinimumLevel.optional(),
};

/** An assessment without what was said in words. */
export const assessed = {
  assessmentId: CallerId,
  assessedAt: Instant,
  edition: Edition,
  withdrawalRisk: z.enum(withdrawalRisks).optional(),
  substances: z
    .array(
      z.strictObject({
        drugClass: DrugClass,
        pattern: z.enum(usePatterns),
        lastUseAt: Instant.optional(),
        injecting: z.boolean().optional(),
      }),
    )
    .max(30)
    .readonly()
    .optional(),
  biopsychosocial: z.partialRecord(z.enum(biopsychosocialAreas), z.enum(biopsychosocialFindings)).optional(),
  candidacy: z.partialRecord(z.enum(candidacyCriteria), z.boolean()).optional(),
  exclusions: z.partialRecord(z.enum(exclusionCriteria), z.boolean()).optional(),
  livingSituation: z.strictObject({ situation: z.enum(livingSituations), safe: z.boolean().optional() }).optional(),
  decidedBy: z.array(z.enum(deciders)).readonly().optional(),
  agreement: z.enum(['agrees', 'disagrees']).optional(),
  preferredLevel: Code.optional(),
  actualLevel: Code.optional(),
  discrepancyReason: z.enum(discrepancyReasons).optional(),
};

export const assessmentBodies = {
  RecordAssessment: command({
    ...assessed,
    dimensions: z
      .array(z.strictObject({ ...dimensionRating, evidence: FreeText }))
      .min(1)
      .max(36)
      .readonly(),
  }),
};

export const assessmentFreeText = { RecordAssessment: ['dimensions.*.evidence'] };
