export {
  ageGroups,
  askedTestCauses,
  attendances,
  cancelReasons,
  collectionReasons,
  dischargeReasons,
  dispositions,
  drugClasses,
  externalEncounterKinds,
  goalDomains,
  handOffFailureReasons,
  leaveKinds,
  levelChangeReasons,
  meetingOutcomes,
  matrices,
  medicationKinds,
  medicationSources,
  notCollectedOutcomes,
  outcomes,
  patientAnswers,
  priorities,
  reportStatuses,
  reviewFindings,
  roles,
  scheduledTestCauses,
  sessionTypes,
  stages,
  taskKinds,
  temperatures,
  transitionKinds,
  validityFindings,
  type Actor,
  type AgeGroup,
  type Attendance,
  type CancelReason,
  type CollectionReason,
  type DischargeReason,
  type Disposition,
  type DrugClass,
  type ExternalEncounterKind,
  type GoalDomain,
  type HandOffFailureReason,
  type LeaveKind,
  type LevelChangeReason,
  type MeetingOutcome,
  type Matrix,
  type MedicationKind,
  type MedicationSource,
  type NotCollectedOutcome,
  type Outcome,
  type PatientAnswer,
  type Priority,
  type ReportStatus,
  type ReviewFinding,
  type Role,
  type SessionType,
  type StaffMember,
  type Stage,
  type TaskKind,
  type Temperature,
  type TransitionKind,
  type ValidityFinding,
} from './vocabulary.ts';
export {
  type Instant,
  toMs,
  fromMs,
  plusHours,
  plusMinutes,
  plusDays,
  daysBetween,
  laterOf,
  earlierOf,
  msPerHour,
  msPerDay,
} from './time.ts';
export {
  type LocalDate,
  type SiteCalendar,
  addDays,
  daysApart,
  isOpenOn,
  localDate,
  mondayOf,
  nextOpenDay,
  startOfDay,
  weekdayOf,
} from './calendar.ts';
export { type Sealed } from './sealed.ts';
export {
  instrumentCodes,
  severities,
  subscales,
  type InstrumentCode,
  type Severity,
} from './instruments/instrument.ts';
export {
  biopsychosocialAreas,
  biopsychosocialFindings,
  deciders,
  dimensions,
  discrepancyReasons,
  riskRatings,
  subdimensions,
  usePatterns,
  withdrawalRisks,
} from './assessments/vocabulary.ts';
export { entryTo } from './assessments/candidacy.ts';
export { asamCodes } from './assessments/asam.ts';
export { type DimensionRating } from './assessments/commands.ts';
export { type Assessment } from './assessments/state.ts';
export { instruments } from './instruments/scales.ts';
export {
  interimServices,
  waitingPriorities,
  type InterimServiceCode,
  type WaitingPriority,
} from './waiting/vocabulary.ts';
export { waitsUntil } from './slots/state.ts';
export { keptPlace, waitsFor, waitingMove } from './waiting/waits.ts';
export { admitBy, interimBegan, interimBy, rankOf, requestedAt, waitingPriority } from './waiting/priority.ts';
export { withdrawalReasons, type WithdrawalReason } from './withdrawn-facts/vocabulary.ts';
export { livingSituations, type LivingSituationCode } from './person/vocabulary.ts';
export { isPregnantAt } from './person/pregnancy.ts';
export { livingSituationAt } from './person/living-situation.ts';
export {
  type Command,
  type CommandFields,
  type CommandOf,
  type CommandEnvelope,
  type CommandType,
  commandOf,
  commandTypes,
} from './commands.ts';
export { asNgPerMl } from './drug-testing/amounts.ts';
export { type ClassResult, type DrugTestReport, type Validity } from './drug-testing/commands.ts';
export { type DrugGiven } from './external-encounters/commands.ts';
export { type ExternalEncounter } from './external-encounters/state.ts';
export { type GoalText } from './goals/commands.ts';
export { type ProgrammeVersion } from './episodes/commands.ts';
export { type Rejection, type RejectionType } from './rejections.ts';
export {
  type CareEvent,
  type CareEventOf,
  type EventData,
  type EventType,
  type NewEvent,
  type NewEventOf,
  type Recorded,
  eventTypes,
} from './events.ts';
export { type RuleTried } from './rule-tried.ts';
export { type Programme } from './programme/programme.ts';
export { levelKinds, type AsamCode, type Level, type LevelKind } from './programme/level.ts';
export { type FormularyEntry } from './programme/formulary.ts';
export { candidacyCriteria, exclusionCriteria } from './programme/entry.ts';
export { extraTestDays } from './programme/drug-test-plan.ts';
export { stagesOfRecovery, type Site } from './programme/site.ts';
export { modalities, participants, serviceCodes, settings, trackFocuses, tracks } from './programme/services.ts';
export {
  type Active,
  type Discharged,
  type Journey,
  type NotOpened,
  type OpenedJourney,
  type Opened,
  type Referred,
  notOpened,
} from './journey.ts';
export {
  type CompletedTransition,
  type OpenTransition,
  type ProposedTransition,
  type StartedTransition,
  type StepDownConsidered,
  type SuspendedTransition,
} from './transitions/state.ts';
export { type FollowUp } from './follow-up/state.ts';
export { type Outcomes } from './follow-up/commands.ts';
export {
  arrestCounts,
  employments,
  followUpContacts,
  livingArrangements,
  selfHelpAttendances,
} from './follow-up/vocabulary.ts';
export { type Goal } from './goals/state.ts';
export { goalDomainsWithoutGoal } from './goals/template.ts';
export { type Hold } from './holds/state.ts';
export {
  type Judgement,
  type NotCollected,
  type Review,
  type ScreeningPlan,
  type Specimen,
  type Use,
} from './drug-testing/state.ts';
export {
  consentEndingEvents,
  consentInformation,
  consentKinds,
  consentPurposes,
  consentSigners,
  consentStatements,
  disclosers,
  recipientClasses,
  revocationCauses,
  type ConsentInformation,
  type ConsentPurpose,
  type RecipientClass,
} from './consents/vocabulary.ts';
export { type ConsentExpiry, type ConsentRecipient, type ConsentSignature } from './consents/commands.ts';
export { consentHolds, type ConsentAnswer, type Recipient } from './consents/consent-holds.ts';
export { lastVersion, type Consent, type ConsentVersion } from './consents/state.ts';
export { crisisActions, crisisKinds, type CrisisAction, type CrisisKind } from './crises/vocabulary.ts';
export { ownerOf, type TaskOwner } from './care-team/owner.ts';
export { openCrisis, type Crisis } from './crises/state.ts';
export { type Leave } from './leaves/state.ts';
export { awayAllDay, awayDays, endOfLeave, inCareDays, leaveAt, openLeave } from './leaves/clock.ts';
export { type Medication } from './medications/state.ts';
export { type Session } from './sessions/state.ts';
export { type Death, type Stay } from './episodes/state.ts';
export {
  deathCauses,
  referralCloseReasons,
  stepsTaken,
  type DeathCause,
  type EndReason,
  type ReferralCloseReason,
  type StepTaken,
} from './episodes/vocabulary.ts';
export { type PlannedPart } from './aftercare/commands.ts';
export { type AftercarePlan } from './aftercare/state.ts';
export { aftercareParts, type AftercarePart } from './aftercare/vocabulary.ts';
export { type Outreach } from './contact/state.ts';
export { outreachChannels, type OutreachChannel } from './contact/vocabulary.ts';
export { type AttendanceWeek } from './attendance/state.ts';
export { type PatientDecision } from './patient-decisions/state.ts';
export { type Slot } from './slots/state.ts';
export { type Task } from './tasks/state.ts';
export { type Context, type Decision, type Due, type DueCause } from './decision.ts';
export { decide } from './decide.ts';
export { endedBy, endsByAssessment, endsByWord } from './tasks/complete.ts';
export { concernOf, taskConcerns, type TaskConcern } from './tasks/concern.ts';
export { goesUp } from './tasks/escalation.ts';
export { type PressingFact } from './tasks/pressing.ts';
export {
  actByOf,
  pointsOf,
  rankParts,
  rankRule,
  timeStep,
  timeSteps,
  type RankPart,
  type TimeStep,
} from './tasks/rank.ts';
export { isUrgent, mayBeSnoozed, whoMayTake } from './tasks/roles.ts';
export {
  weeklyScreens,
  type WeeklyScreen,
  type WeekSymbol,
  type ScreenedFacts,
} from './drug-testing/weekly-screens.ts';
export { advance, due, outstanding } from './advance.ts';
export { replayJourney, type PolicyReplay, type Replayed } from './policy-replay/policy-replay.ts';
export { type Difference } from './policy-replay/differences.ts';
export { versionChange, type VersionChange } from './programme-versions/version-change.ts';
export { type LevelNames } from './programme-versions/commands.ts';
export { evolve, StreamBroken } from './evolve.ts';
export { claims, type Claim, type Claims } from './claims.ts';
export { mergeReports, type MergedClass, type MergedSpecimen } from './drug-testing/merge.ts';
export { JourneyInMemory, NeverAtRest } from './journey-in-memory.ts';
export { openScheduledTests } from './scheduled-tests/asks.ts';
export { endOf, isMoud } from './medications/explains.ts';
export { missedInARow } from './medications/missed-in-a-row.ts';
export { presentDischarge } from './episodes/after-discharge.ts';
export { followUpWindow } from './follow-up/window.ts';
export { stepDownGuards } from './transitions/guards/in-order.ts';
export { stepDownTargetOf } from './transitions/targets.ts';
export { activeHold } from './holds/decide.ts';
export { moudTaken } from './medications/explains.ts';
export { isFact } from './withdrawn-facts/without.ts';
