import { matrices, type FormularyEntry as Entry, type Programme } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';
import { Analytes, days, DrugClass, DrugClasses, hours, share } from './figures.ts';

const positive = z.number().positive();

export const DetectionWindow = z.strictObject({
  typical: days,
  chronic: days,
  unknown: z.strictObject({ baseline: days, residual: days }),
  generalKnowledge: z
    .array(z.enum(['typical', 'chronic']))
    .readonly()
    .optional(),
});

const AnalyteWindow = z.strictObject({
  drugClass: DrugClass,
  analytes: Analytes,
  matrix: z.enum(matrices),
  baseline: days,
  residual: days,
  generalKnowledge: z.boolean().optional(),
});

const EvidenceFloor = z.strictObject({
  drugClass: DrugClass,
  analytes: Analytes,
  belowNgMl: positive,
  needs: Analytes.optional(),
  unlessFound: Analytes.optional(),
});

const contradicted = {
  drugClass: DrugClass,
  medications: z.array(Code).readonly(),
  parent: z.string().min(1),
  metabolite: z.string().min(1),
};
const MedicationPattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metabolite-missing'), ...contradicted }),
  z.strictObject({ kind: z.literal('ratio'), ...contradicted, usualAbove: positive, unexpectedBelow: positive }),
]);

const Validity = z.strictObject({
  dilute: z.strictObject({ creatinineBelowMgDl: positive, specificGravityBelow: positive }),
  substituted: z.strictObject({
    creatinineBelowMgDl: positive,
    specificGravityAtMost: positive,
    specificGravityAtLeast: positive,
  }),
  adulterated: z.strictObject({ phBelow: positive, phAtLeast: positive, nitriteAtLeastUgMl: positive }),
  temperature: z.strictObject({ fromF: positive, toF: positive, withinMinutes: positive }),
});

export const DrugTestingRules = z.strictObject({
  generalKnowledge: z
    .array(z.enum(['windowDaysByMatrix']))
    .readonly()
    .optional(),
  windowDaysByMatrix: z.partialRecord(z.enum(matrices), days),
  analyteWindows: z.array(AnalyteWindow).readonly(),
  neverEstablishUse: z.array(z.enum(matrices)).readonly(),
  neverExplained: Analytes,
  floors: z.array(EvidenceFloor).readonly(),
  patterns: z.array(MedicationPattern).readonly(),
  patternExpectedAfterHours: hours,
  givenInHospital: DrugClasses,
  validity: Validity,
  repeatedDilute: z.strictObject({ times: z.int().positive(), withinDays: days }),
  presumptiveNegativesHoursApart: hours,
  clearedBeforeAdmissionDays: days,
  presenceExpectedAfterHours: hours,
  scheduling: z.strictObject({
    extraPercent: share,
    paydays: z.array(z.int().min(1).max(31)).readonly(),
    admissionHours: hours,
    missedAfterHours: hours,
  }),
  rise: z.strictObject({ drugClasses: DrugClasses, ratio: positive, minimumDays: days, maximumDays: days }),
  overdoseCheck: z.strictObject({ always: DrugClasses, besideOpioids: DrugClasses }),
});

const limited = { analyte: z.string().min(1), of: Analytes };
export const FormularyEntry = z.strictObject({
  code: Code,
  title: z.string().min(1),
  explains: DrugClasses,
  analytes: Analytes,
  doesNotExplain: Analytes,
  limits: z
    .array(
      z.union([
        z.strictObject({ ...limited, atMostPercent: share }),
        z.strictObject({ ...limited, belowPercent: share }),
      ]),
    )
    .readonly()
    .optional(),
  presence: z.enum(['yes', 'no', 'definitive-only']),
  tailDays: days,
  longTermTailDays: days.optional(),
  needsAnalyte: z.boolean().optional(),
  needsReview: z.boolean().optional(),
  crossReactsWith: DrugClasses.optional(),
  urgentBeside: DrugClasses.optional(),
  source: z.enum(['sourced', 'literature', 'general-knowledge']),
  generalKnowledge: z
    .array(z.enum(['pattern', 'tail']))
    .readonly()
    .optional(),
});

same<Same<z.output<typeof DrugTestingRules>, Programme['drugTesting']>>();
same<Same<z.output<typeof FormularyEntry>, Entry>>();
