import { drugClasses, stages } from '@stepway/pathway';
import { z } from 'zod';

/** What a report says of the specimen itself; `finding` and `temperature` in words, the others as figures. */
export const validityParts = [
  'finding',
  'creatinineMgDl',
  'specificGravity',
  'ph',
  'nitriteUgMl',
  'temperatureF',
  'temperature',
] as const;
export type ValidityPart = (typeof validityParts)[number];

const Loinc = z.strictObject({ loinc: z.string().regex(/^\d{1,7}-\d$/, 'a LOINC code') });
/** A test that LOINC has no code for, or none that the table knows. */
const Test = z.strictObject({
  drugClass: z.enum(drugClasses),
  stage: z.enum(stages).optional(),
  analyte: z.string().min(1).max(64).optional(),
});
const Panel = z.strictObject({ panel: z.enum([...stages, 'any']) });
const OfTheSpecimen = z.strictObject({ validity: z.enum(validityParts) });
/** A code that says nothing of a drug test: the collector's initials, a printed remark. */
const Nothing = z.strictObject({ nothing: z.literal(true) });

/** What one code of a sender's own stands for. */
export const LocalMeaning = z.union([Loinc, Test, Panel, OfTheSpecimen, Nothing]);
export type LocalMeaning = z.infer<typeof LocalMeaning>;

/** A sender's own codes by code system, as it names that in its messages. */
export const LocalCodes = z.record(z.string(), z.record(z.string(), LocalMeaning));
export type LocalCodes = Readonly<Record<string, Readonly<Record<string, LocalMeaning>>>>;

/** The meaning of a code as the mapping gives it; names that every object has are not in it. */
export function localMeaning(codes: LocalCodes, system = '', code = ''): LocalMeaning | undefined {
  const own = Object.hasOwn(codes, system) ? codes[system] : undefined;
  return own !== undefined && Object.hasOwn(own, code) ? own[code] : undefined;
}
