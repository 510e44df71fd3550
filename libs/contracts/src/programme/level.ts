import {
  ageGroups,
  candidacyCriteria,
  exclusionCriteria,
  extraTestDays,
  goalDomains,
  levelKinds,
  matrices,
  modalities,
  participants,
  serviceCodes,
  settings,
  trackFocuses,
  tracks,
  type Level as LevelOfCare,
} from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';
import { days, DrugClasses, hours, pointsInTime, Range } from './figures.ts';

const WeeklyHours = z.strictObject({ minimum: hours.optional(), maximum: hours.optional() });

const Service = z.strictObject({
  code: z.enum(serviceCodes),
  provided: z.enum(['here', 'by-referral']),
  modalities: z.array(z.enum(modalities)).readonly(),
  settings: z.array(z.enum(settings)).readonly(),
  participants: z.array(z.enum(participants)).readonly(),
});

const Entry = z.strictObject({
  criteria: z
    .array(z.strictObject({ code: z.enum(candidacyCriteria), weight: z.enum(['required', 'supporting']) }))
    .readonly(),
  exclusions: z.array(z.enum(exclusionCriteria)).readonly(),
  assessmentHours: hours,
});

const DrugTestPlan = z.strictObject({
  atAdmission: z.boolean(),
  random: z
    .array(
      z.strictObject({
        fromWeek: z.int().nonnegative(),
        minimumDays: z.int().positive(),
        meanDays: z.number().positive(),
        maximumDays: z.int().positive(),
      }),
    )
    .readonly(),
  extraAfter: z.array(z.enum(extraTestDays)).readonly(),
  matrix: z.enum(matrices),
  panel: DrugClasses,
  focuses: z.array(z.enum(trackFocuses)).readonly(),
});

export const Level = z.strictObject({
  id: Code,
  title: z.string().min(1),
  kind: z.enum(levelKinds),
  asam: z.array(z.strictObject({ edition: z.union([z.literal(3), z.literal(4)]), code: z.string().min(1) })).readonly(),
  rank: z.int().positive(),
  admits: z.array(z.enum(ageGroups)).min(1).readonly(),
  hoursPerWeek: z.strictObject({ adult: WeeklyHours, adolescent: WeeklyHours }),
  schedule: z.strictObject({
    roundTheClock: z.boolean(),
    daysPerWeek: Range,
    blockHours: Range.optional(),
    tracks: z.array(z.enum(tracks)).readonly(),
  }),
  stayDays: z.strictObject({ minimum: days, review: days, expected: Range.optional() }),
  reassessEveryDays: z.number().positive(),
  entry: Entry,
  services: z.array(Service).readonly(),
  notProvided: z.array(z.enum(serviceCodes)).readonly(),
  stepUpTo: Code.optional(),
  adolescentStepUpTo: Code.optional(),
  stepUpCondition: z.enum(['withdrawal-risk', 'indicated']).optional(),
  stepDownTo: Code.optional(),
  adolescentStepDownTo: Code.optional(),
  lookBackDays: days,
  handOffHoursAfter: hours,
  handOffTargetHoursAfter: hours.optional(),
  handOffHoursTo: z.record(Code, hours).optional(),
  missedContact: z.strictObject({
    inARow: z.int().positive(),
    times: z.int().positive(),
    withinDays: z.int().positive(),
    outreachDays: pointsInTime,
    attempts: z.strictObject({ times: z.int().positive(), withinHours: hours }),
    sameDaySafetyCheck: z.boolean(),
  }),
  leave: z.strictObject({
    maximumPassHours: hours.optional(),
    bedKeptHours: hours.optional(),
    overdueCallHours: hours,
    returnTestHours: hours,
  }),
  checkUps: z.array(z.strictObject({ fromWeek: z.int().nonnegative(), everyDays: z.int().positive() })).readonly(),
  goalTemplate: z.array(z.enum(goalDomains)).readonly(),
  drugTests: DrugTestPlan,
  capacity: z.int().positive().optional(),
});

same<Same<z.output<typeof Level>, LevelOfCare>>();
