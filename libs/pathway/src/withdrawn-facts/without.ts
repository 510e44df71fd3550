import type { CareEvent, CareEventOf, EventType } from '../events.ts';
import type { Told } from './state.ts';
import { lastFirst, lastTold } from './told.ts';

/**
 * What people, laboratories and records told of the person, and may have told wrongly (true). What a person decided (an
 * admission, an override, a hold) happened, and is answered by another decision; what a rule made follows.
 */
const mayBeWithdrawn: Readonly<Record<EventType, boolean>> = {
  ScreeningPlanSet: false,
  DrugTestResultRecorded: true,
  DrugTestNotCollected: true,
  DrugTestScheduled: false,
  DrugTestDisposed: false,
  DrugTestReviewed: true,
  UseAcknowledged: true,
  UseEstablished: false,
  UseWithdrawn: false,
  ConfirmationRequested: false,
  EpisodeOpened: false,
  Admitted: false,
  ReferralClosed: false,
  TerminationRequested: false,
  TerminationLapsed: false,
  EpisodeDischarged: false,
  DeathRecorded: true,
  CareTeamAssigned: false,
  ConsentGiven: true,
  ConsentRevoked: false,
  ConsentExpired: false,
  CrisisRaised: true,
  CrisisResolved: true,
  EpisodeReopened: false,
  MovedToProgrammeVersion: false,
  FollowUpRecorded: true,
  FollowUpMissed: false,
  ExternalEncounterRecorded: true,
  AssessmentRecorded: true,
  ReviewDue: false,
  LevelRecommended: false,
  GoalsSet: false,
  GoalCompleted: true,
  GoalReopened: false,
  GoalWithdrawn: false,
  HoldPlaced: false,
  HoldReleased: false,
  InstrumentScored: true,
  MedicationRecorded: true,
  MedicationEnded: true,
  MissedDosesRecorded: true,
  MedicationContinuityArranged: true,
  PatientDecisionRecorded: true,
  PregnancyRecorded: true,
  PregnancyEnded: true,
  NaloxoneProvided: true,
  LivingSituationRecorded: true,
  SessionRecorded: true,
  SlotOffered: false,
  SlotDeclined: false,
  TaskOpened: false,
  TaskCompleted: false,
  TaskEscalated: false,
  TaskCancelled: false,
  TaskClaimed: false,
  TaskAssigned: false,
  TaskSnoozed: false,
  TherapistMeetingRecorded: true,
  TransitionConsidered: false,
  TransitionProposed: false,
  TransitionApproved: false,
  TransitionDeclined: false,
  TransitionLapsed: false,
  TransitionEscalated: false,
  TransitionStarted: false,
  TransitionSuspended: false,
  TransitionResumed: false,
  TransitionRegrounded: false,
  HandOffScheduled: false,
  HandOffMissed: false,
  TransitionCompleted: false,
  TransitionFailed: false,
  TransitionCancelled: false,
  LeaveStarted: true,
  LeaveEnded: true,
  AttendanceWeekClosed: false,
  OutreachRecorded: true,
  ContactLost: false,
  AftercarePlanSet: false,
  EpisodeWaitlisted: false,
  InterimServiceRecorded: true,
  TransitionWaitlisted: false,
  TransitionPlaceFound: false,
  FactWithdrawn: false,
};

export const isFact = (type: EventType): boolean => mayBeWithdrawn[type];

/** The event of this id, if the journey has it. */
export const toldAs = (told: Told, eventId: string): CareEvent | undefined =>
  lastTold(told, ({ id }) => id === eventId);

/**
 * What the log tells when these facts are taken out of it, oldest first. What rules and people made of them stays:
 * the next judgement says what no longer holds.
 */
export const toldWithout = (told: Told, withdrawn: readonly string[]): readonly CareEvent[] =>
  [...lastFirst(told)].filter(({ id, type }) => !withdrawn.includes(id) && type !== 'FactWithdrawn').reverse();

/** What a clinician, a laboratory's delay, and the rules said of a specimen, beside its reports; oldest first. */
export const toldOfSpecimen = (told: Told, specimenId: string, withdrawn: readonly string[]) =>
  toldWithout(told, withdrawn).filter(
    (event) =>
      (event.type === 'DrugTestReviewed' ||
        event.type === 'ConfirmationRequested' ||
        event.type === 'DrugTestDisposed') &&
      event.data.specimenId === specimenId,
  ) as readonly CareEventOf<'DrugTestReviewed' | 'ConfirmationRequested' | 'DrugTestDisposed'>[];
