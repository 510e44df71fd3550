import { noAftercare } from '../aftercare/state.ts';
import { noAttendance } from '../attendance/state.ts';
import { noAssessments } from '../assessments/state.ts';
import { noContact } from '../contact/state.ts';
import { noDrugTesting } from '../drug-testing/state.ts';
import { noFollowUps } from '../follow-up/state.ts';
import { noExternalEncounters } from '../external-encounters/state.ts';
import { noGoals } from '../goals/state.ts';
import { noHolds, type Hold } from '../holds/state.ts';
import { noInstruments } from '../instruments/state.ts';
import { noLeaves } from '../leaves/state.ts';
import { consentsAtDischarge } from '../consents/evolve.ts';
import { noConsents } from '../consents/state.ts';
import { noCareTeam } from '../care-team/state.ts';
import { noCrises } from '../crises/state.ts';
import { leavesAtDischarge } from '../leaves/evolve.ts';
import { noMedications } from '../medications/state.ts';
import { nothingOfThePerson } from '../person/state.ts';
import { noPatientDecisions } from '../patient-decisions/state.ts';
import { noScheduledTests } from '../scheduled-tests/state.ts';
import { noReviews } from '../reviews/state.ts';
import { noSessions } from '../sessions/state.ts';
import { noSlots } from '../slots/state.ts';
import { noTasks } from '../tasks/state.ts';
import { noTherapistMeetings } from '../therapist-meetings/state.ts';
import { nothingWaited } from '../waiting/state.ts';
import { noTransitions } from '../transitions/state.ts';
import type { CareEventOf } from '../events.ts';
import type { Active, Discharged, OpenedJourney, Referred } from '../journey.ts';
import { notYet } from './not-yet.ts';
import { noStays, type DischargeOnRecord, type Stay, type TerminationRequest } from './state.ts';
import type { EndReason } from './vocabulary.ts';

export function opened(episodeId: string, event: CareEventOf<'EpisodeOpened'>): Referred {
  const { patientId, programme, siteId, entryLevel, ageGroup, turns18On } = event.data;
  const { priority, requestedAt, previousEpisodeId } = event.data;
  return {
    ...notYet,
    status: 'referred',
    episodeId,
    version: event.version,
    recordedAt: event.recordedAt,
    patientId,
    programme,
    siteId,
    entryLevel,
    ageGroup,
    ...(turns18On !== undefined && { turns18On }),
    ...(priority && { priority }),
    openedAt: event.occurredAt,
    ...(requestedAt && { requested: requestedAt }),
    ...noStays,
    ...(previousEpisodeId !== undefined && { previousEpisodeId }),
    told: { event },
    withdrawnFacts: [],
    ...noMedications,
    ...noDrugTesting,
    ...noScheduledTests,
    ...noSessions,
    ...noSlots,
    ...noAttendance,
    ...noContact,
    ...noAftercare,
    ...noGoals,
    ...noTransitions,
    ...noPatientDecisions,
    ...noTherapistMeetings,
    ...noHolds,
    ...noAssessments,
    ...noReviews,
    ...noInstruments,
    ...nothingOfThePerson,
    ...noTasks,
    ...noExternalEncounters,
    ...noFollowUps,
    ...noLeaves,
    ...noConsents,
    ...noCareTeam,
    ...noCrises,
    ...nothingWaited,
  };
}

type EpisodeEvent = CareEventOf<
  | 'Admitted'
  | 'ReferralClosed'
  | 'TerminationRequested'
  | 'TerminationLapsed'
  | 'EpisodeDischarged'
  | 'DeathRecorded'
  | 'EpisodeReopened'
>;

export function evolveEpisode(journey: OpenedJourney, event: EpisodeEvent): OpenedJourney {
  switch (event.type) {
    case 'Admitted': {
      const stay: Stay = { level: event.data.level, since: event.data.attendedAt };
      return { ...journey, status: 'active', stay, stays: [...journey.stays, stay] };
    }
    case 'ReferralClosed':
      return ended(journey, event.data.at, 'never-admitted');
    case 'TerminationRequested':
      return journey.status === 'active' ? { ...journey, terminationRequest: requested(event) } : journey;
    case 'TerminationLapsed':
      return journey.status === 'active' ? { ...journey, terminationRequest: undefined } : journey;
    case 'EpisodeDischarged':
      return discharged(journey, event);
    case 'DeathRecorded': {
      const { at, cause } = event.data;
      return { ...journey, death: { at, cause, eventId: event.id } };
    }
    case 'EpisodeReopened':
      return journey.status === 'discharged' ? reopened(journey, event) : journey;
  }
}

const requested = (event: CareEventOf<'TerminationRequested'>): TerminationRequest => {
  const { at, termination, lapsesAt } = event.data;
  return { requestId: event.id, by: event.actor.id, at, termination, requestedAt: event.recordedAt, lapsesAt };
};

function discharged(journey: OpenedJourney, event: CareEventOf<'EpisodeDischarged'>): Discharged {
  const { at, reasonCode, againstAdvice, leaving } = event.data;
  const discharge: DischargeOnRecord = {
    at,
    reasonCode,
    level: journey.status === 'active' ? journey.stay.level : journey.entryLevel,
    patientDirected: againstAdvice,
    ...(leaving?.medicationBridge && { medicationBridge: leaving.medicationBridge }),
    recordedAt: event.recordedAt,
    eventId: event.id,
  };
  const leaves = leavesAtDischarge(journey.leaves, at, event);
  const consents = consentsAtDischarge(journey.consents, at, event);
  return ended({ ...journey, leaves, consents, discharges: [...journey.discharges, discharge] }, at, reasonCode);
}

/** A pause ends with what it paused: nobody's return finds it again. */
const pausesEnded = (holds: readonly Hold[], at: string): readonly Hold[] =>
  holds.map((hold) => (hold.endedAt === undefined ? { ...hold, endedAt: at } : hold));

function ended(before: OpenedJourney, at: string, reasonCode: EndReason): Discharged {
  const journey = { ...before, holds: pausesEnded(before.holds, at) };
  if (journey.status !== 'active') return { ...journey, status: 'discharged', dischargedAt: at, reasonCode };

  return {
    ...journey,
    ...onlyInCare,
    status: 'discharged',
    dischargedAt: at,
    reasonCode,
    lastLevel: journey.stay.level,
    stays: closed(journey.stays, at),
  };
}

/** What only a person in care has (the stay, a move under way) ends with it; the names stay, see `notYet`. */
const onlyInCare: { readonly [Name in Exclude<keyof Active, keyof Discharged>]: undefined } = {
  stay: undefined,
  transition: undefined,
  terminationRequest: undefined,
  stepDownConsidered: undefined,
  stepDownRetainedAt: undefined,
  stepUpNotMade: undefined,
  failedMove: undefined,
};

/** What the end brought with it leaves the state; the way back is a move that is made, so that it counts among them. */
function reopened(journey: Discharged, event: CareEventOf<'EpisodeReopened'>): Active {
  const { level, attendedAt, from, transitionId } = event.data;
  const { dischargedAt: startedAt } = journey;
  const stay: Stay = { level, since: attendedAt, reentry: true };
  const way = { transitionId, kind: 're-entry' as const, from, to: level, grounds: [], by: 'person' as const };
  return {
    ...journey,
    ...onlyAfterCare,
    status: 'active',
    stay,
    stays: [...journey.stays, stay],
    transitionCount: journey.transitionCount + 1,
    completedTransitions: [...journey.completedTransitions, { ...way, startedAt, completedAt: attendedAt }],
  };
}

const onlyAfterCare: { readonly [Name in Exclude<keyof Discharged, keyof Active>]: undefined } = {
  dischargedAt: undefined,
  reasonCode: undefined,
  lastLevel: undefined,
};

/** Stays with the last one ended. */
export const closed = (stays: readonly Stay[], until: string): readonly Stay[] =>
  stays.map((stay, index) => (index === stays.length - 1 ? { ...stay, until } : stay));
