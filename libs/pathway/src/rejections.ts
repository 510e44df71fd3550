import type { CommandType } from './commands.ts';
import type { Instant } from './time.ts';

/** Why a wish cannot be granted, with what is needed to act on it. `type` is the name on the wire. */
export type Rejection =
  | { readonly type: 'EpisodeNotOpened' }
  | { readonly type: 'EpisodeAlreadyOpened' }
  /** The person has an open episode already (held by a claim). */
  | { readonly type: 'EpisodeAlreadyOpen' }
  | { readonly type: 'EpisodeDischarged' }
  | { readonly type: 'NotAdmitted' }
  | { readonly type: 'AlreadyAdmitted'; readonly level: string }
  | { readonly type: 'UnknownLevel'; readonly level: string; readonly levels: readonly string[] }
  | { readonly type: 'SameLevel'; readonly level: string }
  | { readonly type: 'InTheFuture'; readonly field: string; readonly at: Instant; readonly now: Instant }
  | { readonly type: 'SpecimenConflict'; readonly specimenId: string; readonly field: string }
  /** The specimen is held by another person (by a claim). */
  | { readonly type: 'SpecimenBelongsElsewhere'; readonly specimenId: string }
  | { readonly type: 'UnknownSpecimen'; readonly specimenId: string }
  | { readonly type: 'ClassNotTested'; readonly specimenId: string; readonly drugClass: string }
  /** A valid negative result is never reviewed into a use; what the person tells of is recorded as such. */
  | { readonly type: 'ReviewContradictsResult'; readonly specimenId: string; readonly drugClass: string }
  | { readonly type: 'RoleNotAllowed'; readonly role: string; readonly needs: readonly string[] }
  | { readonly type: 'ReasonRequired' }
  | { readonly type: 'UnknownMedication'; readonly medication: string }
  | { readonly type: 'UnknownMedicationRecord'; readonly medicationId: string }
  | { readonly type: 'MedicationConflict'; readonly medicationId: string }
  | { readonly type: 'DrugClassesRequired'; readonly medication: string }
  | { readonly type: 'WidensFormulary'; readonly medication: string; readonly drugClasses: readonly string[] }
  | { readonly type: 'EndsBeforeItBegins'; readonly field: string }
  | { readonly type: 'SessionConflict'; readonly sessionId: string }
  | { readonly type: 'UnknownGoal'; readonly goalId: string }
  | { readonly type: 'GoalConflict'; readonly goalId: string }
  | { readonly type: 'UnknownTransition'; readonly transitionId: string; readonly open: string | null }
  | { readonly type: 'TransitionNotProposed'; readonly transitionId: string; readonly state: string }
  | { readonly type: 'TransitionNotStarted'; readonly transitionId: string; readonly state: string }
  | { readonly type: 'AttendedBeforeItsGround'; readonly attendedAt: Instant; readonly groundAt: Instant }
  | { readonly type: 'HoldTooLong'; readonly until: Instant; readonly latest: Instant }
  | { readonly type: 'HoldConflict'; readonly holdId: string }
  | { readonly type: 'HoldNeedsSecondPerson'; readonly holdId: string }
  | { readonly type: 'UnknownHold'; readonly holdId: string }
  | { readonly type: 'UnknownTask'; readonly taskId: string }
  | { readonly type: 'TaskNoLongerAsked'; readonly taskId: string }
  /** The task ends when one of these commands is recorded. */
  | { readonly type: 'TaskAnsweredOtherwise'; readonly taskId: string; readonly commands: readonly CommandType[] }
  /** A stay in detox is not an episode: the person goes on to the next level, or leaves. */
  | { readonly type: 'DetoxIsNotAnEpisode' }
  | { readonly type: 'DrugTestIsNoGroundForDischarge' };

export type RejectionType = Rejection['type'];
