import {
  collectionReasons,
  drugClasses,
  matrices,
  outcomes,
  reportStatuses,
  stages,
  temperatures,
  validityFindings,
} from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';

export const DrugClass = z.enum(drugClasses).meta({ id: 'DrugClass' });

export const ClassResult = z.strictObject({
  drugClass: DrugClass,
  analyte: z.string().max(64).optional(),
  outcome: z.enum(outcomes),
  stage: z.enum(stages),
  method: z.string().max(64).optional(),
  amount: z.number().nonnegative().optional(),
  unit: z.string().max(16).optional(),
  cutoff: z.number().nonnegative().optional(),
  loinc: z
    .string()
    .regex(/^\d{1,7}-\d$/, 'a LOINC code')
    .optional(),
  acknowledged: z.strictObject({ lastUseAt: Instant }).optional(),
});

export const Validity = z.strictObject({
  finding: z.enum(validityFindings),
  creatinineMgDl: z.number().nonnegative().optional(),
  specificGravity: z.number().min(0.9).max(1.2).optional(),
  ph: z.number().min(0).max(14).optional(),
  nitriteUgMl: z.number().nonnegative().optional(),
  temperatureF: z.number().min(32).max(150).optional(),
  readAfterMinutes: z.number().nonnegative().optional(),
  temperature: z.enum(temperatures).optional(),
});

/** One laboratory report on one specimen, as fields. */
export const drugTestReport = {
  specimenId: CallerId,
  collectedAt: Instant,
  reportedAt: Instant,
  status: z.enum(reportStatuses),
  observed: z.boolean().optional(),
  collectionReason: z.enum(collectionReasons).optional(),
  laboratory: CallerId.optional(),
  results: z.array(ClassResult).max(100).readonly(),
};

/** Of one class, analyte and stage a report says one thing: which of two would hold is not for us to choose. */
const consistentResults = drugTestReport.results.superRefine((results, check) => {
  const outcomeOf = new Map<string, string>();
  results.forEach(({ drugClass, analyte = '', stage, outcome }, index) => {
    const key = [drugClass, analyte.trim().toLowerCase(), stage].join(' ');
    const said = outcomeOf.get(key) ?? outcome;
    if (said !== outcome)
      check.addIssue({ code: 'custom', path: [index, 'outcome'], message: 'another result of this class differs' });
    outcomeOf.set(key, said);
  });
});

/** What a report leaves out when it is a request: urine, validity not recorded, nothing acknowledged. */
export const drugTestReportRequest = {
  ...drugTestReport,
  results: consistentResults,
  matrix: z.enum(matrices).default('urine'),
  validity: Validity.default({ finding: 'not-recorded' }),
  acknowledgedUse: z.boolean().default(false),
};

export const drugTestReportFact = {
  ...drugTestReport,
  matrix: z.enum(matrices),
  validity: Validity,
  acknowledgedUse: z.boolean(),
};
