import { commandOf, type Command, type CommandEnvelope, type CommandFields, type CommandType } from '../commands.ts';
import type { CareEventOf, EventData, EventType } from '../events.ts';
import { askedTestCauses, cancelReasons } from '../vocabulary.ts';
import type { World } from './world.ts';

/** A wish to be said again, once it is known by whom and when. */
export type Wish = (envelope: CommandEnvelope) => Command;

/** What it answers is not there in the other world: people would have had nothing to say it to. */
export const missing = ['no-such-move', 'no-such-task', 'no-such-fact'] as const;
export type Missing = (typeof missing)[number];

/** What an event was asked for with, said to this world; undefined where it was not asked for by itself. */
type Retelling<T extends EventType> = (data: EventData[T], world: World) => Wish | Missing | undefined;

/** Made by rule, or told with another fact in the same command: it follows again, or it does not. */
const follows = (): undefined => undefined;

const wish =
  <K extends CommandType>(type: K, fields: CommandFields[K]): Wish =>
  (envelope) =>
    commandOf(type, fields, envelope);
/** The event holds what the command carried. */
const as =
  <K extends CommandType>(type: K) =>
  (fields: CommandFields[K]): Wish =>
    wish(type, fields);
const where = <T>(value: T | undefined, make: (value: T) => Wish): Wish | undefined =>
  value === undefined ? undefined : make(value);
/** An answer to a move, if the other world has it. */
const ofMove = (
  { transitionId: known }: { readonly transitionId: string },
  world: World,
  make: (transitionId: string) => Wish,
): Wish | Missing => where(world.move(known), make) ?? 'no-such-move';
const ofTask = (
  { taskId: known }: { readonly taskId: string },
  world: World,
  make: (taskId: string) => Wish,
): Wish | Missing => where(world.task(known), make) ?? 'no-such-task';

/**
 * For each event the command that people or machines would say again. By name, without a default: who adds an event says
 * here how it is retold, or that it follows.
 */
const retellings: { readonly [T in EventType]: Retelling<T> } = {
  EpisodeOpened: (data, world) =>
    wish('OpenEpisode', { ...data, programme: world.programme, entryLevel: world.level(data.entryLevel) }),
  Admitted: ({ level, attendedAt }, world) => wish('Admit', { level: world.level(level), attendedAt }),
  ReferralClosed: ({ at, reasonCode }) =>
    reasonCode === 'died' ? undefined : wish('CloseReferral', { at, reasonCode }),
  TerminationRequested: ({ at, termination }) =>
    wish('DischargeEpisode', { at, reasonCode: 'terminated-by-facility', againstAdvice: false, termination }),
  TerminationLapsed: follows,
  EpisodeDischarged: as('DischargeEpisode'),
  EpisodeReopened: ({ level, attendedAt }, world) => wish('ReopenEpisode', { level: world.level(level), attendedAt }),
  DeathRecorded: as('RecordDeath'),
  FollowUpRecorded: ({ dischargedAt: _d, inWindow: _w, ...fields }) => wish('RecordFollowUp', fields),
  FollowUpMissed: follows,
  MovedToProgrammeVersion: ({ to: programme, levels }, world) =>
    world.keepsItsVersion ? undefined : wish('MoveToProgrammeVersion', { programme, levels }),

  AssessmentRecorded: ({ actualLevel, preferredLevel, ...fields }, world) =>
    wish('RecordAssessment', {
      ...fields,
      ...(actualLevel !== undefined && { actualLevel: world.level(actualLevel) }),
      ...(preferredLevel !== undefined && { preferredLevel: world.level(preferredLevel) }),
    }),
  LevelRecommended: follows,
  InstrumentScored: ({ instrumentId, instrument, at, answers }) =>
    wish('RecordInstrument', { instrumentId, instrument, at, answers }),
  PregnancyRecorded: as('RecordPregnancy'),
  PregnancyEnded: as('EndPregnancy'),
  NaloxoneProvided: as('RecordNaloxoneProvided'),
  LivingSituationRecorded: as('RecordLivingSituation'),
  ExternalEncounterRecorded: as('RecordExternalEncounter'),

  MedicationRecorded: as('RecordMedication'),
  MedicationEnded: as('EndMedication'),
  MissedDosesRecorded: as('RecordMissedDoses'),
  MedicationContinuityArranged: as('ArrangeMedicationContinuity'),

  ScreeningPlanSet: as('SetScreeningPlan'),
  DrugTestScheduled: ({ dueAt, cause: given, drugClasses }) =>
    where(
      askedTestCauses.find((one) => one === given),
      (cause) => wish('ScheduleDrugTest', { dueAt, cause, ...(drugClasses && { drugClasses }) }),
    ),
  DrugTestResultRecorded: as('RecordDrugTestResult'),
  DrugTestNotCollected: as('RecordMissedDrugTest'),
  DrugTestReviewed: as('ReviewDrugTest'),
  DrugTestDisposed: follows,
  ConfirmationRequested: follows,
  UseAcknowledged: as('RecordAcknowledgedUse'),
  UseEstablished: follows,
  UseWithdrawn: follows,

  GoalsSet: ({ goals }) => wish('SetGoals', { goals }),
  GoalCompleted: as('CompleteGoal'),
  GoalReopened: as('ReopenGoal'),
  GoalWithdrawn: as('WithdrawGoal'),
  SessionRecorded: as('RecordSession'),
  TherapistMeetingRecorded: as('RecordTherapistMeeting'),
  OutreachRecorded: as('RecordOutreach'),
  AftercarePlanSet: as('SetAftercarePlan'),
  AttendanceWeekClosed: follows,
  ContactLost: follows,
  ReviewDue: follows,

  TransitionConsidered: follows,
  TransitionProposed: follows,
  TransitionApproved: (data, world) =>
    ofMove(data, world, (transitionId) => wish('DecideProposal', { transitionId, decision: 'approve' })),
  TransitionDeclined: (data, world) =>
    ofMove(data, world, (transitionId) => wish('DecideProposal', { transitionId, decision: 'decline' })),
  TransitionLapsed: follows,
  TransitionEscalated: follows,
  // Without a reason it follows an approval.
  TransitionStarted: ({ to, reasonCode }, world) =>
    where(reasonCode, (code) => wish('ChangeLevelOfCare', { to: world.level(to), reasonCode: code })),
  TransitionSuspended: follows,
  TransitionResumed: follows,
  TransitionRegrounded: follows,
  TransitionWaitlisted: (data, world) =>
    ofMove(data, world, (transitionId) => wish('FailHandOff', { transitionId, reasonCode: 'no-slot' })),
  TransitionPlaceFound: follows,
  HandOffScheduled: (data, world) =>
    ofMove(data, world, (transitionId) => wish('ScheduleHandOff', { transitionId, appointmentAt: data.appointmentAt })),
  HandOffMissed: (data, world) =>
    ofMove(data, world, (transitionId) => wish('FailHandOff', { transitionId, reasonCode: data.reasonCode })),
  TransitionCompleted: (data, world) =>
    ofMove(data, world, (transitionId) => wish('CompleteHandOff', { transitionId, attendedAt: data.attendedAt })),
  TransitionFailed: (data, world) =>
    ofMove(data, world, (transitionId) => wish('FailTransition', { transitionId, reasonCode: data.reasonCode })),
  // Ended by a person's word; by another cause it follows what caused it.
  TransitionCancelled: (data, world) => {
    const reasonCode = cancelReasons.find((reason) => reason === data.cause);
    if (reasonCode === undefined) return undefined;
    return ofMove(data, world, (transitionId) => wish('CancelTransition', { transitionId, reasonCode }));
  },
  PatientDecisionRecorded: ({ kind: _k, transitionId: about, level, ...fields }, world) => {
    const named = { ...fields, ...(level !== undefined && { level: world.level(level) }) };
    if (about === undefined) return wish('RecordPatientDecision', named);
    const move = { transitionId: about };
    return ofMove(move, world, (transitionId) => wish('RecordPatientDecision', { ...named, transitionId }));
  },
  SlotOffered: (data, world) => wish('OfferSlot', { ...data, level: world.level(data.level) }),
  SlotDeclined: ({ slotId }) => wish('DeclineSlot', { slotId }),
  EpisodeWaitlisted: follows,
  InterimServiceRecorded: as('RecordInterimService'),

  HoldPlaced: as('PlaceHold'),
  HoldReleased: ({ holdId, cause }) => (cause === 'released' ? wish('ReleaseHold', { holdId }) : undefined),
  LeaveStarted: as('StartLeave'),
  LeaveEnded: ({ leaveId, at, cause }) => (cause === 'returned' ? wish('EndLeave', { leaveId, at }) : undefined),
  CrisisRaised: ({ encounterId, ...fields }) => (encounterId === undefined ? wish('RaiseCrisis', fields) : undefined),
  CrisisResolved: as('ResolveCrisis'),
  CareTeamAssigned: as('AssignCareTeam'),
  ConsentGiven: ({ version: _v, ...fields }) => wish('GiveConsent', fields),
  ConsentRevoked: as('RevokeConsent'),
  ConsentExpired: follows,

  TaskOpened: follows,
  TaskCompleted: (data, world) => ofTask(data, world, (taskId) => wish('CompleteTask', { taskId })),
  TaskClaimed: (data, world) => ofTask(data, world, (taskId) => wish('ClaimTask', { taskId })),
  TaskAssigned: (data, world) => ofTask(data, world, (taskId) => wish('AssignTask', { taskId, to: data.to })),
  TaskSnoozed: (data, world) => ofTask(data, world, (taskId) => wish('SnoozeTask', { taskId, until: data.until })),
  TaskEscalated: follows,
  TaskCancelled: follows,
  FactWithdrawn: ({ eventId: told, reasonCode }, world) =>
    where(world.fact(told), (eventId) => wish('WithdrawFact', { eventId, reasonCode })) ?? 'no-such-fact',
};

/** The command that an event would be asked for with in this world. */
export function retold<T extends EventType>({ type, data }: CareEventOf<T>, world: World): Wish | Missing | undefined {
  return retellings[type](data, world);
}
