import { z } from 'zod';

/** What is read of the FHIR R4 resources of a drug screen; what else they carry is left aside. */
const Coding = z.object({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() });
export type Coding = z.infer<typeof Coding>;
const CodeableConcept = z.object({ coding: z.array(Coding).default([]), text: z.string().optional() });
export type CodeableConcept = z.infer<typeof CodeableConcept>;
const Quantity = z.object({
  value: z.number().optional(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
});
export type Quantity = z.infer<typeof Quantity>;
const Identifier = z.object({ system: z.string().optional(), value: z.string().optional() });
const Reference = z.object({
  reference: z.string().optional(),
  identifier: Identifier.optional(),
  display: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;
const References = z.array(Reference).optional();

const value = {
  valueCodeableConcept: CodeableConcept.optional(),
  valueString: z.string().optional(),
  valueQuantity: Quantity.optional(),
  dataAbsentReason: CodeableConcept.optional(),
  interpretation: z.array(CodeableConcept).default([]),
  referenceRange: z.array(z.object({ low: Quantity.optional(), high: Quantity.optional() })).default([]),
};

export const Observation = z.object({
  resourceType: z.literal('Observation'),
  subject: Reference.optional(),
  hasMember: References,
  status: z.enum([
    'registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown',
  ]), // prettier-ignore
  code: CodeableConcept,
  method: CodeableConcept.optional(),
  specimen: Reference.optional(),
  effectiveDateTime: z.string().optional(),
  issued: z.string().optional(),
  ...value,
  component: z
    .array(z.object({ code: CodeableConcept, ...value }))
    .max(200)
    .default([]),
});
export type Observation = z.infer<typeof Observation>;
/** One code with its value: an observation, or a component of one. */
export type Measured = Pick<Observation, 'code' | keyof typeof value>;

export const DiagnosticReport = z.object({
  resourceType: z.literal('DiagnosticReport'),
  subject: Reference.optional(),
  specimen: References,
  result: References,
  status: z.enum([
    'registered', 'partial', 'preliminary', 'final', 'amended', 'corrected', 'appended', 'cancelled',
    'entered-in-error', 'unknown',
  ]), // prettier-ignore
  code: CodeableConcept,
  effectiveDateTime: z.string().optional(),
  issued: z.string().optional(),
});
export type DiagnosticReport = z.infer<typeof DiagnosticReport>;

export const Specimen = z.object({
  resourceType: z.literal('Specimen'),
  id: z.string().optional(),
  subject: Reference.optional(),
  identifier: z.array(z.object({ value: z.string().optional() })).default([]),
  accessionIdentifier: z.object({ value: z.string().optional() }).optional(),
  type: CodeableConcept.optional(),
  collection: z.object({ collectedDateTime: z.string().optional() }).optional(),
});
export type Specimen = z.infer<typeof Specimen>;

export const Patient = z.object({
  resourceType: z.literal('Patient'),
  identifier: z.array(Identifier).default([]),
  name: z
    .array(
      z.object({ use: z.string().optional(), family: z.string().optional(), given: z.array(z.string()).default([]) }),
    )
    .default([]),
  birthDate: z.string().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
});
export type Patient = z.infer<typeof Patient>;

export const Encounter = z.object({
  resourceType: z.literal('Encounter'),
  id: z.string().optional(),
  status: z.enum([
    'planned', 'arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'cancelled', 'entered-in-error', 'unknown',
  ]), // prettier-ignore
  class: Coding,
  subject: Reference.optional(),
  identifier: z.array(Identifier).default([]),
  period: z.object({ start: z.string().optional(), end: z.string().optional() }).optional(),
});
export type Encounter = z.infer<typeof Encounter>;

/** Every kind of resource that is read. */
export const Resource = z.discriminatedUnion('resourceType', [
  Observation,
  DiagnosticReport,
  Specimen,
  Patient,
  Encounter,
]);
export type Resource = z.infer<typeof Resource>;
