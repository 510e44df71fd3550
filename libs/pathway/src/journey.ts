import type { AgeGroup, Priority } from './vocabulary.ts';
import type { AftercareState } from './aftercare/state.ts';
import type { ContactState } from './contact/state.ts';
import type { AttendanceState } from './attendance/state.ts';
import type { WaitingState } from './waiting/state.ts';
import type { WithdrawnFactsState } from './withdrawn-facts/state.ts';
import type { AssessmentsState } from './assessments/state.ts';
import type { LocalDate } from './calendar.ts';
import type { DrugTestingState } from './drug-testing/state.ts';
import type { FollowUpState } from './follow-up/state.ts';
import type { ExternalEncountersState } from './external-encounters/state.ts';
import type { GoalsState } from './goals/state.ts';
import type { HoldsState } from './holds/state.ts';
import type { InstrumentsState } from './instruments/state.ts';
import type { Instant } from './time.ts';
import type { LeavesState } from './leaves/state.ts';
import type { ConsentsState } from './consents/state.ts';
import type { CareTeamState } from './care-team/state.ts';
import type { CrisesState } from './crises/state.ts';
import type { MedicationsState } from './medications/state.ts';
import type { PersonState } from './person/state.ts';
import type { ProgrammeVersion } from './episodes/commands.ts';
import type { PatientDecisionsState } from './patient-decisions/state.ts';
import type { ScheduledTestsState } from './scheduled-tests/state.ts';
import type { ReviewsState } from './reviews/state.ts';
import type { SessionsState } from './sessions/state.ts';
import type { SlotsState } from './slots/state.ts';
import type { EpisodesState, Stay, TerminationRequest } from './episodes/state.ts';
import type { EndReason } from './episodes/vocabulary.ts';
import type { TasksState } from './tasks/state.ts';
import type { TherapistMeetingsState } from './therapist-meetings/state.ts';
import type { TransitionsState, OpenTransition, StepDownConsidered } from './transitions/state.ts';

/** What is known of every journey that was opened, whatever its status. */
export interface Opened
  extends
    EpisodesState,
    WaitingState,
    WithdrawnFactsState,
    MedicationsState,
    DrugTestingState,
    ExternalEncountersState,
    FollowUpState,
    GoalsState,
    PatientDecisionsState,
    TherapistMeetingsState,
    ScheduledTestsState,
    SessionsState,
    SlotsState,
    AttendanceState,
    ContactState,
    AftercareState,
    HoldsState,
    AssessmentsState,
    ReviewsState,
    InstrumentsState,
    PersonState,
    TasksState,
    TransitionsState,
    CrisesState,
    CareTeamState,
    ConsentsState,
    LeavesState {
  readonly episodeId: string;
  /** Events so far. */
  readonly version: number;
  /** `recordedAt` of the last event. */
  readonly recordedAt: Instant;
  readonly patientId: string;
  readonly programme: ProgrammeVersion;
  /** When it was moved to this version; absent while it is on the one it was opened on. */
  readonly programmeSince?: Instant;
  readonly siteId: string;
  readonly entryLevel: string;
  readonly ageGroup: AgeGroup;
  /** Of adolescents: the local day on which they come of age. */
  readonly turns18On?: LocalDate;
  readonly priority?: Priority;
  readonly openedAt: Instant;
  /** When care was asked for, where that was before the episode was opened. */
  readonly requested?: Instant;
}

export interface NotOpened {
  readonly status: 'not-opened';
  readonly episodeId: string;
  readonly version: 0;
}
export interface Referred extends Opened {
  readonly status: 'referred';
}
export interface Active extends Opened {
  readonly status: 'active';
  readonly stay: Stay;
  readonly transition?: OpenTransition;
  readonly terminationRequest?: TerminationRequest;
  readonly stepDownConsidered?: StepDownConsidered;
  /** A person declined or cancelled a step down from this stay: rules leave it until a further goal is reached. */
  readonly stepDownRetainedAt?: Instant;
  /** The last step up that the person declined, or that was not made: the present level continues, with a safety plan. */
  readonly stepUpNotMade?: { readonly transitionId: string; readonly at: Instant };
  /** The last move that a person ended as not made: what is needed now is asked. */
  readonly failedMove?: { readonly transitionId: string; readonly at: Instant };
}
export interface Discharged extends Opened {
  readonly status: 'discharged';
  readonly dischargedAt: Instant;
  readonly reasonCode: EndReason;
  readonly lastLevel?: string;
}

export type OpenedJourney = Referred | Active | Discharged;
/** One person's way from referral to discharge and follow-up, as the log tells it. */
export type Journey = NotOpened | OpenedJourney;

export const notOpened = (episodeId: string): NotOpened => ({ status: 'not-opened', episodeId, version: 0 });
