import { drugClasses } from '@stepway/pathway';
import { z } from 'zod';

export const days = z.number().nonnegative();
export const hours = z.number().positive();
export const share = z.number().positive().max(100);
export const DrugClass = z.enum(drugClasses);
export const DrugClasses = z.array(DrugClass).readonly();
/** Analytes as reports name them, in small letters. */
export const Analytes = z.array(z.string().min(1)).readonly();
/** Days, or weeks, of points in time: one after the other. */
export const pointsInTime = z
  .array(z.number().positive())
  .readonly()
  .refine(
    (points) => points.every((point, at) => at === 0 || (points[at - 1] ?? 0) < point),
    'each later than the last',
  );
export const Range = z
  .strictObject({ minimum: z.number().nonnegative(), maximum: z.number().positive() })
  .refine(({ minimum, maximum }) => minimum <= maximum, 'the minimum is above the maximum');
/** RFC 6901, within the file. */
export const Pointer = z.string().regex(/^(?:\/(?:[^/~]|~[01])+)+$/, 'a JSON pointer as in /levels/iop/drugTests');
