import { asamCodes, riskRatings, type Programme } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';
import { Analytes, days, DrugClass, DrugClasses, hours } from './figures.ts';

const Mode = z.enum(['automatic', 'propose', 'review-only']);
const Edition = z.union([z.literal(3), z.literal(4)]);

const OfDimension = z.array(z.enum(asamCodes[3], 'a code of the 3rd edition')).length(riskRatings.length).readonly();
const MinimumByRating = z.strictObject({
  1: OfDimension,
  2: OfDimension,
  3: OfDimension,
  4: OfDimension,
  5: OfDimension,
  6: OfDimension,
});

export const StepUpRules = z.strictObject({
  mode: Mode,
  byClass: z.partialRecord(DrugClass, Mode),
  byAnalytes: z.array(z.strictObject({ drugClass: DrugClass, analytes: Analytes, mode: Mode })).readonly(),
  threshold: z.strictObject({ uses: z.int().positive(), withinDays: days }),
  handOffHours: hours,
  urgentHandOffHours: hours,
  urgentClasses: DrugClasses,
  proposalHours: hours,
  crisisProposalHours: hours,
  atDeadline: z.enum(['escalate', 'apply', 'lapse']),
  neverLapses: DrugClasses,
  lateReportDays: days,
  fromAftercareTo: Code,
  withdrawalRisk: z.strictObject({
    assessmentHours: hours,
    dimension1AtLeast: z.int().min(1).max(4),
    dimension1Levels: z.array(z.string().min(1)).readonly(),
    scaleHours: hours,
    ciwaArAtLeast: z.int().positive(),
    cowsAtLeast: z.int().positive(),
  }),
});

export const StepDownRules = z.strictObject({
  mode: z.enum(['automatic', 'confirm']),
  whenUnknown: z.enum(['pass', 'fail']),
  proposalHours: hours,
  therapistMeetingDays: z.number().positive(),
});

export const ConfirmationRules = z.strictObject({
  notRequiredFor: DrugClasses,
  escalateAfterDays: days,
  closeAfterDays: days,
});

export const Assessments = z.strictObject({
  indicatesForDays: z.number().positive(),
  fromAftercareDays: z.number().positive(),
  edition: z.strictObject({ adult: Edition, adolescent: Edition }),
  minimumByRating: z.strictObject({ adult: MinimumByRating, adolescent: MinimumByRating }),
});

same<Same<z.output<typeof StepUpRules>, Programme['stepUp']>>();
same<Same<z.output<typeof StepDownRules>, Programme['stepDown']>>();
same<Same<z.output<typeof ConfirmationRules>, Programme['confirmation']>>();
same<Same<z.output<typeof Assessments>, Programme['assessments']>>();
