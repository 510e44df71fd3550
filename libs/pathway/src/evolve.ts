import { evolveAftercare } from './aftercare/evolve.ts';
import { evolveAttendance } from './attendance/evolve.ts';
import { evolveAssessments } from './assessments/evolve.ts';
import { evolveCareTeam } from './care-team/evolve.ts';
import { evolveConsents } from './consents/evolve.ts';
import { evolveCrises } from './crises/evolve.ts';
import { evolveContact } from './contact/evolve.ts';
import { evolveDrugTesting } from './drug-testing/evolve.ts';
import { evolveEpisode, opened } from './episodes/evolve.ts';
import type { CareEvent, CareEventOf } from './events.ts';
import { evolveExternalEncounters } from './external-encounters/evolve.ts';
import { evolveFollowUp } from './follow-up/evolve.ts';
import { evolveGoals } from './goals/evolve.ts';
import { evolveHolds } from './holds/evolve.ts';
import { evolveInstruments } from './instruments/evolve.ts';
import { evolveLeaves } from './leaves/evolve.ts';
import { notOpened, type Journey, type OpenedJourney } from './journey.ts';
import { evolveMedications } from './medications/evolve.ts';
import { evolvePerson } from './person/evolve.ts';
import { evolvePatientDecisions } from './patient-decisions/evolve.ts';
import { evolveScheduledTests } from './scheduled-tests/evolve.ts';
import { evolveReviews } from './reviews/evolve.ts';
import { evolveProgrammeVersion } from './programme-versions/evolve.ts';
import { evolveSessions } from './sessions/evolve.ts';
import { evolveSlots } from './slots/evolve.ts';
import { evolveTasks } from './tasks/evolve.ts';
import { laterOf } from './time.ts';
import { evolveWaiting } from './waiting/evolve.ts';
import { toldWithout } from './withdrawn-facts/without.ts';
import { evolveTherapistMeetings } from './therapist-meetings/evolve.ts';
import { evolveTransitions } from './transitions/evolve.ts';

/** A stream that does not begin with `EpisodeOpened`: the log is broken, or was read from the middle. */
export class StreamBroken extends Error {
  readonly code = 'STREAM_BROKEN';

  constructor(event: CareEvent) {
    super(`${event.type} is event ${event.version} of episode ${event.episodeId}, which was not opened before it`);
  }
}

/**
 * States what became true. It rejects nothing and decides nothing: the log is right.
 * @throws StreamBroken if an event other than `EpisodeOpened` comes first.
 */
export function evolve(journey: Journey, event: CareEvent): OpenedJourney {
  if (event.type === 'EpisodeOpened') return opened(journey.episodeId, event);
  if (journey.status === 'not-opened') throw new StreamBroken(event);

  const after = route(journey, event);
  // A concern gives a journey of its own, held by nobody else yet, or the one that it was given: one copy an event.
  return Object.assign(after === journey ? { ...journey } : after, {
    version: event.version,
    recordedAt: laterOf(journey.recordedAt, event.recordedAt),
    told: { event, before: journey.told },
  });
}

/** The journey as its log tells it without the facts that were withdrawn; the log itself keeps them. */
function withoutFact(journey: OpenedJourney, { data }: CareEventOf<'FactWithdrawn'>): OpenedJourney {
  const { version, recordedAt, told, episodeId } = journey;
  const withdrawnFacts = [...journey.withdrawnFacts, data.eventId];
  // From its first event on it knows that facts are missing: what was said of them waits for them to come back.
  const folded = toldWithout(told, withdrawnFacts).reduce<Journey>(
    (before, event) => ({ ...evolve(before, event), withdrawnFacts }),
    notOpened(episodeId),
  );
  return folded.status === 'not-opened' ? journey : { ...folded, version, recordedAt, told };
}

/** By name, without a default: a new event type fails the build here instead of vanishing. */
function route(journey: OpenedJourney, event: Exclude<CareEvent, { type: 'EpisodeOpened' }>): OpenedJourney {
  switch (event.type) {
    case 'Admitted':
    case 'ReferralClosed':
    case 'TerminationRequested':
    case 'TerminationLapsed':
    case 'EpisodeDischarged':
    case 'DeathRecorded':
    case 'EpisodeReopened':
      return evolveEpisode(journey, event);
    case 'MovedToProgrammeVersion':
      return evolveProgrammeVersion(journey, event);
    case 'FollowUpRecorded':
    case 'FollowUpMissed':
      return evolveFollowUp(journey, event);
    case 'MedicationRecorded':
    case 'MedicationEnded':
    case 'MissedDosesRecorded':
    case 'MedicationContinuityArranged':
      return evolveMedications(journey, event);
    case 'ScreeningPlanSet':
    case 'DrugTestResultRecorded':
    case 'DrugTestNotCollected':
    case 'DrugTestDisposed':
    case 'DrugTestReviewed':
    case 'UseAcknowledged':
    case 'UseEstablished':
    case 'UseWithdrawn':
    case 'ConfirmationRequested':
      return evolveDrugTesting(journey, event);
    case 'TransitionConsidered':
    case 'TransitionProposed':
    case 'TransitionApproved':
    case 'TransitionDeclined':
    case 'TransitionLapsed':
    case 'TransitionEscalated':
    case 'TransitionStarted':
    case 'TransitionSuspended':
    case 'TransitionResumed':
    case 'TransitionRegrounded':
    case 'HandOffScheduled':
    case 'HandOffMissed':
    case 'TransitionCompleted':
    case 'TransitionFailed':
    case 'TransitionCancelled':
      return evolveTransitions(journey, event);
    case 'EpisodeWaitlisted':
    case 'InterimServiceRecorded':
    case 'TransitionWaitlisted':
    case 'TransitionPlaceFound':
      return evolveWaiting(journey, event);
    case 'FactWithdrawn':
      return withoutFact(journey, event);
    case 'ExternalEncounterRecorded':
      return evolveExternalEncounters(journey, event);
    case 'PatientDecisionRecorded':
      return evolvePatientDecisions(journey, event);
    case 'TherapistMeetingRecorded':
      return evolveTherapistMeetings(journey, event);
    case 'SlotOffered':
    case 'SlotDeclined':
      return evolveSlots(journey, event);
    case 'DrugTestScheduled':
      return evolveScheduledTests(journey, event);
    case 'SessionRecorded':
      return evolveSessions(journey, event);
    case 'AttendanceWeekClosed':
      return evolveAttendance(journey, event);
    case 'OutreachRecorded':
    case 'ContactLost':
      return evolveContact(journey, event);
    case 'AftercarePlanSet':
      return evolveAftercare(journey, event);
    case 'GoalsSet':
    case 'GoalCompleted':
    case 'GoalReopened':
    case 'GoalWithdrawn':
      return evolveGoals(journey, event);
    case 'CrisisRaised':
    case 'CrisisResolved':
      return evolveCrises(journey, event);
    case 'ConsentGiven':
    case 'ConsentRevoked':
    case 'ConsentExpired':
      return evolveConsents(journey, event);
    case 'CareTeamAssigned':
      return evolveCareTeam(journey, event);
    case 'LeaveStarted':
    case 'LeaveEnded':
      return evolveLeaves(journey, event);
    case 'HoldPlaced':
    case 'HoldReleased':
      return evolveHolds(journey, event);
    case 'AssessmentRecorded':
    case 'LevelRecommended':
      return evolveAssessments(journey, event);
    case 'ReviewDue':
      return evolveReviews(journey, event);
    case 'InstrumentScored':
      return evolveInstruments(journey, event);
    case 'PregnancyRecorded':
    case 'PregnancyEnded':
    case 'NaloxoneProvided':
    case 'LivingSituationRecorded':
      return evolvePerson(journey, event);
    case 'TaskOpened':
    case 'TaskCompleted':
    case 'TaskEscalated':
    case 'TaskCancelled':
    case 'TaskClaimed':
    case 'TaskAssigned':
    case 'TaskSnoozed':
      return evolveTasks(journey, event);
  }
}
