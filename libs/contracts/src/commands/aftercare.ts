import { aftercareParts } from '@stepway/pathway';
import { z } from 'zod';
import { command } from './command.ts';

/** What a plan after intensive treatment is made of, each part once. */
export const PlannedPart = z.strictObject({
  part: z.enum(aftercareParts),
  everyDays: z.int().positive().max(366).optional(),
});

export const aftercareBodies = {
  SetAftercarePlan: command({
    parts: z
      .array(PlannedPart)
      .min(1)
      .superRefine((parts, check) => {
        parts.forEach(({ part }, index) => {
          if (parts.findIndex((other) => other.part === part) !== index)
            check.addIssue({ code: 'custom', path: [index, 'part'], message: 'it is in the plan already' });
        });
      })
      .readonly(),
  }),
};

export const aftercareFreeText = {};
