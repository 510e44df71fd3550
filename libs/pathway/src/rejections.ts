import type { WaitingRejection } from './waiting/rejections.ts';
import type { WithdrawnFactRejection } from './withdrawn-facts/rejections.ts';
import type { AssessmentRejection } from './assessments/rejections.ts';
import type { ContactRejection } from './contact/rejections.ts';
import type { DrugTestingRejection } from './drug-testing/rejections.ts';
import type { EpisodeRejection } from './episodes/rejections.ts';
import type { ExternalEncounterRejection } from './external-encounters/rejections.ts';
import type { FollowUpRejection } from './follow-up/rejections.ts';
import type { GoalRejection } from './goals/rejections.ts';
import type { HoldRejection } from './holds/rejections.ts';
import type { InstrumentRejection } from './instruments/rejections.ts';
import type { LeaveRejection } from './leaves/rejections.ts';
import type { ConsentRejection } from './consents/rejections.ts';
import type { CrisisRejection } from './crises/rejections.ts';
import type { MedicationRejection } from './medications/rejections.ts';
import type { PersonRejection } from './person/rejections.ts';
import type { PatientDecisionRejection } from './patient-decisions/rejections.ts';
import type { ProgrammeVersionRejection } from './programme-versions/rejections.ts';
import type { SessionRejection } from './sessions/rejections.ts';
import type { SlotRejection } from './slots/rejections.ts';
import type { TaskRejection } from './tasks/rejections.ts';
import type { TherapistMeetingRejection } from './therapist-meetings/rejections.ts';
import type { TransitionRejection } from './transitions/rejections.ts';
import type { Instant } from './time.ts';

/** Why a wish cannot be granted, with what is needed to act on it. `type` is the name on the wire. */
export type Rejection =
  | { readonly type: 'InTheFuture'; readonly field: string; readonly at: Instant; readonly now: Instant }
  | { readonly type: 'RoleNotAllowed'; readonly role: string; readonly needs: readonly string[] }
  | { readonly type: 'ReasonRequired' }
  | { readonly type: 'EndsBeforeItBegins'; readonly field: string }
  | EpisodeRejection
  | MedicationRejection
  | DrugTestingRejection
  | ProgrammeVersionRejection
  | SessionRejection
  | SlotRejection
  | ContactRejection
  | FollowUpRejection
  | GoalRejection
  | TransitionRejection
  | PatientDecisionRejection
  | TherapistMeetingRejection
  | HoldRejection
  | LeaveRejection
  | ConsentRejection
  | AssessmentRejection
  | CrisisRejection
  | ExternalEncounterRejection
  | InstrumentRejection
  | PersonRejection
  | TaskRejection
  | WaitingRejection
  | WithdrawnFactRejection;

export type RejectionType = Rejection['type'];
