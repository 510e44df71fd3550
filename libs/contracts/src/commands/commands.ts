import {
  ageGroups,
  attendances,
  cancelReasons,
  dischargeReasons,
  goalDomains,
  handOffFailureReasons,
  levelChangeReasons,
  medicationKinds,
  medicationSources,
  notCollectedOutcomes,
  priorities,
  reviewFindings,
  sessionTypes,
  type CommandFields,
  type CommandType,
} from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { CallerId, Code, FreeText, Instant, TaskId, Uuid } from '../scalars.ts';
import { DrugClass, drugTestReportRequest } from './drug-test-report.ts';

export const ProgrammeVersion = z.strictObject({ id: Code, version: z.int().positive() });

/** What every command may carry beside its fields. */
const options = { occurredAt: Instant.optional(), reason: FreeText.optional() };
const command = <Shape extends z.core.$ZodLooseShape>(fields: Shape) => z.strictObject({ ...fields, ...options });

/** The body of each command's route (interfaces.md §1), with its defaults. Free text is plain here. */
export const commandBodies = {
  OpenEpisode: command({
    patientId: Uuid,
    programme: z.union([Code, ProgrammeVersion]),
    siteId: Code,
    entryLevel: Code,
    ageGroup: z.enum(ageGroups),
    referralSource: Code.optional(),
    priority: z.enum(priorities).optional(),
    previousEpisodeId: Uuid.optional(),
  }),
  Admit: command({ level: Code, attendedAt: Instant }),
  RecordMedication: command({
    medicationId: CallerId,
    medication: Code,
    drugClasses: z.array(DrugClass).min(1).readonly().optional(),
    kind: z.enum(medicationKinds),
    scheduled: z.boolean().default(true),
    expectedPresence: z.boolean().optional(),
    source: z.enum(medicationSources).optional(),
    from: Instant,
    to: Instant.optional(),
  }),
  EndMedication: command({ medicationId: CallerId, at: Instant }),
  ArrangeMedicationContinuity: command({ medicationId: CallerId, nextDoseAt: Instant, place: FreeText.optional() }),
  SetScreeningPlan: command({
    from: Instant,
    until: Instant.optional(),
    drugClasses: z.array(DrugClass).min(1).readonly(),
    negativeBy: z.enum(['specimen', 'attended-visit']).default('specimen'),
  }),
  RecordSession: command({
    sessionId: CallerId,
    type: z.enum(sessionTypes),
    startedAt: Instant,
    minutes: z
      .int()
      .min(0)
      .max(24 * 60),
    attendance: z.enum(attendances),
  }).transform(({ type: sessionType, ...fields }) => ({ ...fields, sessionType })),
  RecordDrugTestResult: command(drugTestReportRequest),
  RecordMissedDrugTest: command({ dueAt: Instant, outcome: z.enum(notCollectedOutcomes) }),
  ReviewDrugTest: command({ specimenId: CallerId, drugClass: DrugClass, finding: z.enum(reviewFindings) }),
  SetGoals: command({
    goals: z
      .array(
        z.strictObject({
          goalId: CallerId,
          domain: z.enum(goalDomains),
          text: FreeText,
          measure: FreeText.optional(),
        }),
      )
      .min(1)
      .max(50)
      .superRefine((goals, check) => {
        goals.forEach(({ goalId }, index) => {
          if (goals.findIndex((goal) => goal.goalId === goalId) !== index)
            check.addIssue({ code: 'custom', path: [index, 'goalId'], message: 'another goal has this id' });
        });
      })
      .readonly(),
  }),
  CompleteGoal: command({ goalId: CallerId, evidence: FreeText.optional() }),
  ChangeLevelOfCare: command({ to: Code, reasonCode: z.enum(levelChangeReasons) }),
  ScheduleHandOff: command({ transitionId: CallerId, appointmentAt: Instant }),
  CompleteHandOff: command({ transitionId: CallerId, attendedAt: Instant }),
  FailHandOff: command({ transitionId: CallerId, reasonCode: z.enum(handOffFailureReasons) }),
  PlaceHold: command({ holdId: CallerId, until: Instant }),
  ReleaseHold: command({ holdId: CallerId }),
  DecideProposal: command({ transitionId: CallerId, decision: z.enum(['approve', 'decline']) }),
  CancelTransition: command({ transitionId: CallerId, reasonCode: z.enum(cancelReasons) }),
  CompleteTask: command({ taskId: TaskId }),
  DischargeEpisode: command({
    at: Instant,
    reasonCode: z.enum(dischargeReasons),
    destination: FreeText.optional(),
    againstAdvice: z.boolean().default(false),
  }),
} satisfies Record<CommandType, z.ZodType>;

export type CommandBody<T extends CommandType> = z.output<(typeof commandBodies)[T]>;

type Fields = { [T in CommandType]: Omit<CommandBody<T>, keyof typeof options> };
/** The programme may be named by its id alone on the wire; the API resolves it to a version. */
type Resolved = Omit<Fields, 'OpenEpisode'> & {
  OpenEpisode: Omit<Fields['OpenEpisode'], 'programme'> & Pick<CommandFields<string>['OpenEpisode'], 'programme'>;
};
same<Same<Resolved, CommandFields<string>>>();

/**
 * Where a command carries free text: these fields are sealed with the patient's key before anything decides or keeps
 * them. `*` = each item of a list.
 */
export const freeTextFields: Readonly<Record<CommandType, readonly string[]>> = {
  OpenEpisode: ['reason'],
  Admit: ['reason'],
  RecordMedication: ['reason'],
  EndMedication: ['reason'],
  ArrangeMedicationContinuity: ['reason', 'place'],
  SetScreeningPlan: ['reason'],
  RecordSession: ['reason'],
  RecordDrugTestResult: ['reason'],
  RecordMissedDrugTest: ['reason'],
  ReviewDrugTest: ['reason'],
  SetGoals: ['reason', 'goals.*.text', 'goals.*.measure'],
  CompleteGoal: ['reason', 'evidence'],
  ChangeLevelOfCare: ['reason'],
  ScheduleHandOff: ['reason'],
  CompleteHandOff: ['reason'],
  FailHandOff: ['reason'],
  PlaceHold: ['reason'],
  ReleaseHold: ['reason'],
  DecideProposal: ['reason'],
  CancelTransition: ['reason'],
  CompleteTask: ['reason'],
  DischargeEpisode: ['reason', 'destination'],
};
