import {
  ageGroups,
  cancelReasons,
  attendances,
  dischargeReasons,
  dispositions,
  goalDomains,
  handOffFailureReasons,
  levelChangeReasons,
  medicationKinds,
  medicationSources,
  notCollectedOutcomes,
  priorities,
  reviewFindings,
  roles,
  sessionTypes,
  taskKinds,
  transitionKinds,
  type EventData,
  type EventType,
} from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/commands.ts';
import { DrugClass, drugTestReportFact } from '../commands/drug-test-report.ts';
import { same, type Same } from '../same-type.ts';
import { Instant, Sealed } from '../scalars.ts';

const reason = { reason: Sealed.optional() };
const transitionId = z.string();
const grounds = { grounds: z.array(z.string()).readonly() };
const move = { transitionId, kind: z.enum(transitionKinds), from: z.string(), to: z.string() };

export const RuleTried = z
  .object({ rule: z.string(), held: z.union([z.boolean(), z.literal('unknown')]), saw: z.string() })
  .meta({ id: 'RuleTried' });
const rules = z.array(RuleTried).readonly();

/** The data of each care event, as it stands in the log and on `stepway.care.v1`. Readers allow new optional fields. */
export const eventData = {
  EpisodeOpened: z.object({
    patientId: z.string(),
    programme: ProgrammeVersion,
    siteId: z.string(),
    entryLevel: z.string(),
    ageGroup: z.enum(ageGroups),
    referralSource: z.string().optional(),
    priority: z.enum(priorities).optional(),
    previousEpisodeId: z.string().optional(),
    ...reason,
  }),
  Admitted: z.object({ level: z.string(), attendedAt: Instant, ...reason }),
  MedicationRecorded: z.object({
    medicationId: z.string(),
    medication: z.string(),
    drugClasses: z.array(DrugClass).readonly().optional(),
    kind: z.enum(medicationKinds),
    scheduled: z.boolean(),
    expectedPresence: z.boolean().optional(),
    source: z.enum(medicationSources).optional(),
    from: Instant,
    to: Instant.optional(),
    ...reason,
  }),
  MedicationEnded: z.object({ medicationId: z.string(), at: Instant, ...reason }),
  MedicationContinuityArranged: z.object({
    medicationId: z.string(),
    nextDoseAt: Instant,
    place: Sealed.optional(),
    ...reason,
  }),
  ScreeningPlanSet: z.object({
    from: Instant,
    until: Instant.optional(),
    drugClasses: z.array(DrugClass).readonly(),
    negativeBy: z.enum(['specimen', 'attended-visit']),
    ...reason,
  }),
  SessionRecorded: z.object({
    sessionId: z.string(),
    sessionType: z.enum(sessionTypes),
    startedAt: Instant,
    minutes: z.int(),
    attendance: z.enum(attendances),
    ...reason,
  }),
  DrugTestResultRecorded: z.object({ ...drugTestReportFact, ...reason }),
  DrugTestNotCollected: z.object({ dueAt: Instant, outcome: z.enum(notCollectedOutcomes), ...reason }),
  DrugTestDisposed: z.object({
    decisionId: z.string(),
    specimenId: z.string(),
    collectedAt: Instant,
    drugClass: DrugClass,
    disposition: z.enum(dispositions),
    rule: z.string(),
    explanation: z.string(),
    rules,
    useId: z.string().optional(),
  }),
  DrugTestReviewed: z.object({
    specimenId: z.string(),
    drugClass: DrugClass,
    finding: z.enum(reviewFindings),
    ...reason,
  }),
  UseEstablished: z.object({
    useId: z.string(),
    drugClasses: z.array(DrugClass).readonly(),
    specimenIds: z.array(z.string()).readonly(),
    at: Instant,
  }),
  UseWithdrawn: z.object({ useId: z.string() }),
  ConfirmationRequested: z.object({
    specimenId: z.string(),
    drugClasses: z.array(DrugClass).readonly(),
    escalatesAt: Instant,
    closesAt: Instant,
  }),
  TransitionConsidered: z.object({
    decisionId: z.string(),
    about: z.enum(['step-up', 'step-down']),
    outcome: z.enum(['started', 'proposed', 'joined', 'task', 'nothing']),
    sentence: z.string(),
    rules,
    programme: ProgrammeVersion,
    trigger: z.object({ eventId: z.string() }),
    useId: z.string().optional(),
    transitionId: z.string().optional(),
  }),
  TransitionProposed: z.object({
    ...move,
    ...grounds,
    deadlineAt: Instant,
    atDeadline: z.enum(['escalate', 'apply', 'lapse']),
  }),
  TransitionApproved: z.object({ transitionId, ...reason }),
  TransitionDeclined: z.object({ transitionId, ...reason }),
  TransitionLapsed: z.object({ transitionId }),
  TransitionEscalated: z.object({
    transitionId,
    cause: z.enum(['proposal-deadline', 'did-not-attend-twice', 'hand-off-overdue']),
    nextAt: Instant.optional(),
  }),
  TransitionStarted: z.object({
    ...move,
    ...grounds,
    handOffDueAt: Instant,
    targetAt: Instant.optional(),
    reasonCode: z.enum(levelChangeReasons).optional(),
    ...reason,
  }),
  TransitionSuspended: z.object({
    transitionId,
    cause: z.enum(['new-use', 'unsettled-result', 'integrity-concern', 'hold']),
  }),
  TransitionResumed: z.object({ transitionId }),
  TransitionRegrounded: z.object({ transitionId, targetAt: Instant.optional(), ...grounds }),
  HandOffScheduled: z.object({ transitionId, appointmentAt: Instant, ...reason }),
  HandOffMissed: z.object({ transitionId, times: z.int(), reasonCode: z.enum(handOffFailureReasons), ...reason }),
  TransitionCompleted: z.object({ ...move, attendedAt: Instant, ...reason }),
  TransitionCancelled: z.object({
    transitionId,
    cause: z.enum([...cancelReasons, 'override', 'step-up', 'grounds-withdrawn', 'discharged']),
    ...reason,
  }),
  GoalsSet: z.object({
    level: z.string(),
    goals: z
      .array(z.object({ goalId: z.string(), domain: z.enum(goalDomains), text: Sealed, measure: Sealed.optional() }))
      .readonly(),
    ...reason,
  }),
  GoalCompleted: z.object({ goalId: z.string(), evidence: Sealed.optional(), ...reason }),
  HoldPlaced: z.object({ holdId: z.string(), until: Instant, ...reason }),
  HoldReleased: z.object({ holdId: z.string(), cause: z.enum(['released', 'ended']), ...reason }),
  TaskOpened: z.object({
    taskId: z.string(),
    kind: z.enum(taskKinds),
    role: z.enum(roles),
    dueAt: Instant,
    subject: z.string(),
  }),
  TaskCompleted: z.object({ taskId: z.string(), ...reason }),
  TaskEscalated: z.object({ taskId: z.string(), role: z.enum(roles) }),
  TaskCancelled: z.object({ taskId: z.string() }),
  EpisodeDischarged: z.object({
    at: Instant,
    reasonCode: z.enum(dischargeReasons),
    destination: Sealed.optional(),
    againstAdvice: z.boolean(),
    ...reason,
  }),
} satisfies Record<EventType, z.ZodObject>;

same<Same<{ [T in EventType]: z.output<(typeof eventData)[T]> }, EventData>>();

export const Actor = z
  .object({ id: z.string(), kind: z.enum(['person', 'system', 'rule']), role: z.enum(roles) })
  .meta({ id: 'Actor' });
