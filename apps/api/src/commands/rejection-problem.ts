import type { CommandType, Rejection, RejectionType } from '@stepway/pathway';
import { notFound, ProblemError } from '../http/problem.ts';

interface Words {
  readonly title: string;
  /** The field of the body that it is about; '' = the wish as a whole. */
  readonly pointer: string;
}
const words = (title: string, pointer = ''): Words => ({ title, pointer });

/** How each rejection by the rules is said. Its ids and figures stand beside, as fields of the problem. */
const sayings: Readonly<Record<RejectionType, Words>> = {
  EpisodeNotOpened: words('There is no such episode'),
  EpisodeAlreadyOpened: words('This episode was opened before'),
  EpisodeAlreadyOpen: words('The person has an open episode', '/patientId'),
  EpisodeDischarged: words('The episode has ended'),
  NotAdmitted: words('The person was not admitted yet'),
  AlreadyAdmitted: words('The person was admitted before', '/level'),
  UnknownLevel: words('The programme has no such level'),
  SameLevel: words('The person is at this level', '/to'),
  InTheFuture: words('This lies in the future'),
  SpecimenConflict: words('The specimen is known with another value', '/specimenId'),
  SpecimenBelongsElsewhere: words('The specimen belongs to another person', '/specimenId'),
  UnknownSpecimen: words('There is no such specimen', '/specimenId'),
  ClassNotTested: words('The specimen was not tested for this class', '/drugClass'),
  ReviewContradictsResult: words('The finding contradicts the result', '/finding'),
  RoleNotAllowed: words('Your role may not do this'),
  ReasonRequired: words('A reason is needed', '/reason'),
  UnknownMedication: words('The formulary has no such medication', '/medication'),
  UnknownMedicationRecord: words('There is no such medication record', '/medicationId'),
  MedicationConflict: words('The medication record is known with other content', '/medicationId'),
  DrugClassesRequired: words('This medication needs its drug classes', '/drugClasses'),
  WidensFormulary: words(
    'A record may only narrow what the formulary says, without a prescriber’s reason',
    '/drugClasses',
  ),
  EndsBeforeItBegins: words('It ends before it begins'),
  OutreachConflict: words('The attempt is known with other content', '/outreachId'),
  GroupForOtherAge: words('This group is for another age', '/groupId'),
  SessionConflict: words('The session is known with other content', '/sessionId'),
  EncounterConflict: words('The encounter is known with another value', '/encounterId'),
  UnknownGoal: words('There is no such goal', '/goalId'),
  GoalConflict: words('The goal is known with another domain or other words', '/goals'),
  GoalNotOpen: words('The goal is not open: reopen it first', '/goalId'),
  UnknownTransition: words('This is not the open transition', '/transitionId'),
  TransitionNotProposed: words('The transition is not a proposal', '/transitionId'),
  TransitionNotStarted: words('The transition has not started', '/transitionId'),
  AttendedBeforeItsGround: words('This lies before what the move stands on', '/attendedAt'),
  PatientDecisionConflict: words('What the person said at that moment is known otherwise', '/at'),
  MeetingConflict: words('The meeting is known with other content', '/meetingId'),
  UnknownConsent: words('There is no such consent', '/consentId'),
  ConsentConflict: words('The consent is known with other content, or has ended', '/consentId'),
  ConsentIncomplete: words('An element of the written consent is missing'),
  ConsentNotCombinable: words('This needs a consent of its own'),
  ConsentSignatureMissing: words('A signature is missing', '/signatures'),
  ConsentNotYetRevocable: words('It may not be revoked before', '/at'),
  UnknownCrisis: words('There is no such crisis', '/crisisId'),
  CrisisConflict: words('The crisis is known as another kind', '/kind'),
  UnknownLeave: words('There is no such leave', '/leaveId'),
  LeaveConflict: words('The leave is known with other content', '/leaveId'),
  LeaveOverlaps: words('The person was on another leave then', '/at'),
  ExpectedReturnRequired: words('The expected return is needed', '/expectedReturnAt'),
  PassNotOffered: words('There are no short leaves at this level', '/kind'),
  PassTooLong: words('A short leave may not last so long', '/expectedReturnAt'),
  SlotConflict: words('The place is known with other content', '/slotId'),
  UnknownSlot: words('No such place was offered', '/slotId'),
  HoldTooLong: words('A hold may not last so long', '/until'),
  HoldConflict: words('The hold is known with other content', '/holdId'),
  HoldNeedsSecondPerson: words('A second person must renew this hold', '/holdId'),
  UnknownHold: words('There is no such hold', '/holdId'),
  LevelNotForAge: words('This level is for another age'),
  ExclusionHolds: words('The assessment speaks against this level: a medical role may admit, with a reason', '/level'),
  AssessmentConflict: words('The assessment is known with other content', '/assessmentId'),
  EditionsMixed: words('This belongs to the other edition of the ASAM Criteria'),
  EditionNotForAge: words('Adolescents are assessed by the edition that has criteria for them', '/edition'),
  DimensionsNotRated: words('All six dimensions must be rated', '/dimensions'),
  DimensionRatedTwice: words('This dimension is rated twice'),
  DiscrepancyReasonRequired: words('Another level than the one indicated needs its reason', '/discrepancyReason'),
  InstrumentConflict: words('The questionnaire is known with other content', '/instrumentId'),
  InstrumentNotForAge: words('This questionnaire is for another age', '/instrument'),
  ImpossibleAnswer: words('The questionnaire has no such answer'),
  UnknownPregnancy: words('There is no such pregnancy', '/pregnancyId'),
  PregnancyConflict: words('Another pregnancy is known for that time', '/pregnancyId'),
  UnknownTask: words('There is no such task', '/taskId'),
  TaskTaken: words('Somebody has the task', '/taskId'),
  TaskNotSnoozable: words('Safety is not put off', '/taskId'),
  SnoozeTooLong: words('A task may not be put off so far', '/until'),
  TaskNoLongerAsked: words('The task is no longer asked for', '/taskId'),
  TaskAnsweredOtherwise: words('The task ends when what it asks for is recorded', '/taskId'),
  NotDischarged: words('The person was not discharged'),
  UnknownFollowUpPoint: words('The programme follows up at other points', '/point'),
  OutcomesWithoutContact: words('Nobody was reached, so nobody could answer', '/contact'),
  ReturnsBeforeDischarge: words('The return lies before the discharge', '/attendedAt'),
  ReturnTooLate: words('Too long after the last service: open a new episode, linked to this one', '/attendedAt'),
  ProgrammeNotPublished: words('There is no such programme version', '/programme'),
  LevelHasNoCounterpart: words('The version has no level that takes the place of this one', '/levels'),
  LevelOfAnotherKind: words('The level that takes its place is of another kind', '/levels'),
  OpenMoveInTheWay: words('Complete or end the open move first: there it would be another one', '/levels'),
  PersonDied: words('The person had died'),
  FollowUpConflict: words('The follow-up is known with other content', '/contactedAt'),
  DeathAlreadyRecorded: words('A death was recorded with another time', '/at'),
  InterimServiceConflict: words('These interim services are known with other content', '/interimServiceId'),
  UnknownFact: words('The journey has no such event', '/eventId'),
  NotAFact: words('Only what was told can be withdrawn; a decision is answered by another one', '/eventId'),
  DetoxIsNotAnEpisode: words('A stay in detox is not a whole episode: the person goes on, or leaves'),
  TerminationIncomplete: words('The programme ends an episode only after these steps', '/termination'),
  NotPatientDirected: words('This is no reason for which a person leaves against advice', '/againstAdvice'),
  DrugTestIsNoGroundForDischarge: words('A drug test is no ground for discharge', '/reasonCode'),
};

/** A rejection as problem details: 409 under the rejection's own name, with what is needed to act. */
export function rejectionProblem(command: CommandType, rejection: Rejection): ProblemError {
  if (rejection.type === 'EpisodeNotOpened') return notFound();
  const { type, ...fields } = rejection;
  const { title, pointer } = sayings[type];
  const at = pointerOf(command, rejection) ?? pointer;
  return new ProblemError({
    name: type,
    status: type === 'RoleNotAllowed' ? 403 : 409,
    title,
    errors: at === '' ? [] : [{ pointer: at, message: title }],
    extensions: { rejection: fields },
  });
}

/** Where the pointer depends on more than the kind of the rejection. */
function pointerOf(command: CommandType, rejection: Rejection): string | undefined {
  // `results[0].outcome` in the rules, `/results/0/outcome` on the wire.
  if ('field' in rejection) return `/${rejection.field.replaceAll(/[.[\]]+/g, '/')}`;
  if (rejection.type === 'UnknownLevel' || rejection.type === 'LevelNotForAge') return levelFields[command];
  return undefined;
}

const levelFields: Readonly<Partial<Record<CommandType, string>>> = {
  OpenEpisode: '/entryLevel',
  Admit: '/level',
  ReopenEpisode: '/level',
  MoveToProgrammeVersion: '/levels',
  ChangeLevelOfCare: '/to',
  RecordPatientDecision: '/level',
  OfferSlot: '/level',
};
