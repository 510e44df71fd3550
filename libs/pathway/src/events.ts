import { aftercareEventTypes, type AftercareEvents } from './aftercare/events.ts';
import { attendanceEventTypes, type AttendanceEvents } from './attendance/events.ts';
import { assessmentEventTypes, type AssessmentEvents } from './assessments/events.ts';
import { contactEventTypes, type ContactEvents } from './contact/events.ts';
import { drugTestingEventTypes, type DrugTestingEvents } from './drug-testing/events.ts';
import { episodeEventTypes, type EpisodeEvents } from './episodes/events.ts';
import { externalEncounterEventTypes, type ExternalEncounterEvents } from './external-encounters/events.ts';
import { followUpEventTypes, type FollowUpEvents } from './follow-up/events.ts';
import { goalEventTypes, type GoalEvents } from './goals/events.ts';
import { holdEventTypes, type HoldEvents } from './holds/events.ts';
import { instrumentEventTypes, type InstrumentEvents } from './instruments/events.ts';
import { leaveEventTypes, type LeaveEvents } from './leaves/events.ts';
import { consentEventTypes, type ConsentEvents } from './consents/events.ts';
import { careTeamEventTypes, type CareTeamEvents } from './care-team/events.ts';
import { crisisEventTypes, type CrisisEvents } from './crises/events.ts';
import { medicationEventTypes, type MedicationEvents } from './medications/events.ts';
import { personEventTypes, type PersonEvents } from './person/events.ts';
import { patientDecisionEventTypes, type PatientDecisionEvents } from './patient-decisions/events.ts';
import { scheduledTestEventTypes, type ScheduledTestEvents } from './scheduled-tests/events.ts';
import { reviewEventTypes, type ReviewEvents } from './reviews/events.ts';
import { programmeVersionEventTypes, type ProgrammeVersionEvents } from './programme-versions/events.ts';
import { sessionEventTypes, type SessionEvents } from './sessions/events.ts';
import { slotEventTypes, type SlotEvents } from './slots/events.ts';
import { taskEventTypes, type TaskEvents } from './tasks/events.ts';
import { therapistMeetingEventTypes, type TherapistMeetingEvents } from './therapist-meetings/events.ts';
import { transitionEventTypes, type TransitionEvents } from './transitions/events.ts';
import { waitingEventTypes, type WaitingEvents } from './waiting/events.ts';
import { withdrawnFactEventTypes, type WithdrawnFactEvents } from './withdrawn-facts/events.ts';
import type { Instant } from './time.ts';
import type { Actor } from './vocabulary.ts';

/** The data of each care event. Past tense, coded facts; free text only as `Sealed`. */
export interface EventData
  extends
    EpisodeEvents,
    MedicationEvents,
    DrugTestingEvents,
    ScheduledTestEvents,
    ProgrammeVersionEvents,
    SessionEvents,
    SlotEvents,
    AttendanceEvents,
    ContactEvents,
    FollowUpEvents,
    AftercareEvents,
    GoalEvents,
    TransitionEvents,
    PatientDecisionEvents,
    TherapistMeetingEvents,
    HoldEvents,
    LeaveEvents,
    ConsentEvents,
    CareTeamEvents,
    AssessmentEvents,
    CrisisEvents,
    ReviewEvents,
    ExternalEncounterEvents,
    InstrumentEvents,
    PersonEvents,
    TaskEvents,
    WaitingEvents,
    WithdrawnFactEvents {}

export type EventType = keyof EventData;

/** An event of one of these types, as a union that narrows by `type`. */
export type NewEventOf<T extends EventType> = {
  [K in T]: {
    readonly type: K;
    /** When it happened in the world (pathway.md §2). */
    readonly occurredAt: Instant;
    readonly data: EventData[K];
    /** The event that led to this one, when a rule made it. */
    readonly causedBy?: string;
  };
}[T];

/** An event that a decision asks to append. */
export type NewEvent = NewEventOf<EventType>;

/** What the log adds when it records an event. */
export interface Recorded {
  readonly id: string;
  readonly episodeId: string;
  /** Place in the journey, from 1. */
  readonly version: number;
  /** When it was decided upon: the decider's `now`. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
}

export type CareEventOf<T extends EventType> = { [K in T]: NewEventOf<K> & Recorded }[T];

/** A fact of one journey, in the log for ever. */
export type CareEvent = CareEventOf<EventType>;

export const eventTypes = [
  ...episodeEventTypes,
  ...medicationEventTypes,
  ...drugTestingEventTypes,
  ...scheduledTestEventTypes,
  ...programmeVersionEventTypes,
  ...sessionEventTypes,
  ...slotEventTypes,
  ...attendanceEventTypes,
  ...contactEventTypes,
  ...followUpEventTypes,
  ...aftercareEventTypes,
  ...goalEventTypes,
  ...transitionEventTypes,
  ...patientDecisionEventTypes,
  ...therapistMeetingEventTypes,
  ...holdEventTypes,
  ...assessmentEventTypes,
  ...reviewEventTypes,
  ...instrumentEventTypes,
  ...personEventTypes,
  ...taskEventTypes,
  ...externalEncounterEventTypes,
  ...leaveEventTypes,
  ...consentEventTypes,
  ...careTeamEventTypes,
  ...waitingEventTypes,
  ...withdrawnFactEventTypes,
  ...crisisEventTypes,
] as const satisfies readonly EventType[];
