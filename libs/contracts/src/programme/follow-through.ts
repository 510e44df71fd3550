import { priorities, roles, type Programme } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';
import { days, hours, pointsInTime, share } from './figures.ts';

const count = z.int().positive();
const someDays = z.number().positive();

export const Deadlines = z.strictObject({
  reviewHours: hours,
  recollectHours: hours,
  recollectSameDayHours: hours,
  retestHours: hours,
  sameDayHours: hours,
  drugListHours: hours,
  safetyPlanHours: hours,
  obstetricHours: hours,
  graceHours: hours,
  unrecordedAppointmentHours: hours,
  newAppointmentHours: z.strictObject({ urgent: hours, other: hours }),
});

export const CrisisRules = z.strictObject({
  acknowledgeMinutes: z.number().positive(),
  reassessHours: hours,
  phoneTree: z.tuple([z.enum(roles)], z.enum(roles)).readonly(),
  overdoseWithinHours: hours,
});

export const WaitingListRules = z.strictObject({
  order: z.array(z.enum(priorities)).readonly(),
  injectingDays: someDays,
  injectingWithInterimDays: someDays,
  interimServiceHours: hours,
  pregnantHours: hours,
  noticeAtPercent: share,
  noticeDays: someDays,
});

export const DischargeRules = z.strictObject({
  reentryDays: someDays,
  patientDirectedContactHours: pointsInTime,
  secondPersonHours: hours,
  administrativeCloseDays: someDays,
});

export const MedicationRules = z.strictObject({
  missedDoses: z.strictObject({ usual: count, byMedication: z.record(Code, count), goOnWithinHours: hours }),
  longTermAfterDays: count,
  methadone: z.strictObject({
    provided: z.enum(['here', 'by-referral']),
    randomTestsPerYear: count,
    minimumMonths: count,
  }),
});

export const FollowUpRules = z.strictObject({ pointDays: pointsInTime, windowDays: days });

export const AdolescentRules = z.strictObject({ adultAtYears: count, noticeDays: days });

export const Measures = z.strictObject({
  initiationDays: someDays,
  engagementDays: someDays,
  engagementServices: count,
  followUpAfterHighIntensityDays: pointsInTime,
  followUpAfterEmergencyDays: pointsInTime,
  pharmacotherapyDays: someDays,
  pharmacotherapyGapDays: someDays,
  retentionDays: pointsInTime,
  readmissionDays: pointsInTime,
  handOffDays: pointsInTime,
});

same<Same<z.output<typeof Deadlines>, Programme['deadlines']>>();
same<Same<z.output<typeof CrisisRules>, Programme['crisis']>>();
same<Same<z.output<typeof WaitingListRules>, Programme['waitingList']>>();
same<Same<z.output<typeof MedicationRules>, Programme['medications']>>();
same<Same<z.output<typeof Measures>, Programme['measures']>>();
