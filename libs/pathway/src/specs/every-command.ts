import type { Command, CommandOf, CommandType } from '../commands.ts';
import type { EventType } from '../events.ts';
import { assessed } from './assessments.ts';
import { cameBack, followedUp, movedToVersion } from './after.ts';
import {
  admitted,
  asksForTest,
  continues,
  day,
  definitive,
  inCareAt,
  missed,
  missesDoses,
  opened,
  reviewed,
  said,
  stopsTaking,
  takes,
  tellsOfUse,
} from './commands.ts';
import { aftercarePlanned, goalReopened, goalWithdrawn, reachedOut } from './contact.ts';
import type { Step } from './given.ts';
import {
  answered,
  appointed,
  arrived,
  cancelledBy,
  deathRecorded,
  decided,
  discharged,
  done,
  first,
  goalReached,
  goalsSet,
  held,
  notMade,
  notSeen,
  overrideTo,
  placeDeclined,
  placeOffered,
  referralClosed,
  released,
  session,
  therapistMet,
} from './moves.ts';
import { asked, lives, naloxoneGiven, pregnancyEnded, pregnant } from './person.ts';
import {
  assigned,
  claimed,
  consented,
  isBack,
  leaves,
  raised,
  resolved,
  revoked,
  snoozed,
  team,
  treatedElsewhere,
} from './safety.ts';
import { interim } from './waiting.ts';
import { withdrawn } from './withdrawn-facts.ts';

interface Sample<C> {
  readonly command: C;
  /** What it becomes. */
  readonly event: EventType;
  /** What was done before, where it takes more than a journey in IOP. */
  readonly before?: readonly Step[];
  /** What its event says beside, or instead of, the fields of the command. */
  readonly data?: object;
}

const inIop = inCareAt('iop');
const task = 'episode-1.task.initial-assessment.admission';
const moving = [...inIop, overrideTo('residential', day(1))];
const move = { transitionId: first, kind: 'step-up', from: 'iop', to: 'residential' };
const late = definitive([['cocaine', 'positive']], { collectedAt: day(60), reportedAt: day(75) });
const proposed = [...inIop, late];

/** One of each command that a journey accepts: a new command fails the build here. */
const everyCommand: { readonly [T in CommandType]: Sample<CommandOf<T>> } = {
  OpenEpisode: { before: [], command: opened(), event: 'EpisodeOpened' },
  Admit: { before: [opened()], command: admitted('iop'), event: 'Admitted' },
  CloseReferral: { before: [opened()], command: referralClosed(day(1)), event: 'ReferralClosed' },
  DischargeEpisode: { command: discharged('transferred', day(1)), event: 'EpisodeDischarged' },
  RecordDeath: { command: deathRecorded(day(1)), event: 'DeathRecorded' },
  ReopenEpisode: {
    before: [...inIop, discharged('dropped-out', day(5))],
    command: cameBack('iop', day(9)),
    event: 'EpisodeReopened',
    data: { from: 'iop', transitionId: first },
  },
  RecordMedication: { command: takes('methadone'), event: 'MedicationRecorded' },
  EndMedication: {
    before: [...inIop, takes('methadone')],
    command: stopsTaking('methadone', day(3)),
    event: 'MedicationEnded',
  },
  RecordMissedDoses: {
    before: [...inIop, takes('methadone')],
    command: missesDoses('methadone', day(3)),
    event: 'MissedDosesRecorded',
    data: { to: day(3) },
  },
  ArrangeMedicationContinuity: {
    before: [...inIop, takes('methadone')],
    command: continues('methadone', day(3), day(4)),
    event: 'MedicationContinuityArranged',
  },
  SetScreeningPlan: {
    command: {
      type: 'SetScreeningPlan',
      ...said(day(1)),
      from: day(1),
      drugClasses: ['cocaine'],
      negativeBy: 'specimen',
    },
    event: 'ScreeningPlanSet',
  },
  RecordDrugTestResult: { command: definitive([['cocaine', 'negative']]), event: 'DrugTestResultRecorded' },
  RecordMissedDrugTest: { command: missed(day(3)), event: 'DrugTestNotCollected' },
  RecordAcknowledgedUse: { command: tellsOfUse('cocaine', day(3)), event: 'UseAcknowledged' },
  ReviewDrugTest: {
    before: [...inIop, definitive([['cocaine', 'positive']], { validity: { finding: 'substituted' } })],
    command: reviewed('S-2026-05-14T12', 'cocaine', 'negative', day(11)),
    event: 'DrugTestReviewed',
  },
  ScheduleDrugTest: { command: asksForTest(day(5), day(4)), event: 'DrugTestScheduled', data: { from: day(4) } },
  MoveToProgrammeVersion: {
    command: movedToVersion({ id: 'standard-four', version: 3 }, day(3)),
    event: 'MovedToProgrammeVersion',
    data: {
      programme: undefined,
      from: { id: 'standard-four', version: 2 },
      to: { id: 'standard-four', version: 3 },
      levels: {},
    },
  },
  RecordSession: { command: session(day(2)), event: 'SessionRecorded' },
  OfferSlot: { before: moving, command: placeOffered('residential', day(2), day(3)), event: 'SlotOffered' },
  DeclineSlot: {
    before: [...moving, placeOffered('residential', day(2), day(3))],
    command: placeDeclined(`slot-${day(2)}`, day(2.5)),
    event: 'SlotDeclined',
    data: { level: 'residential' },
  },
  RecordOutreach: { command: reachedOut(day(2)), event: 'OutreachRecorded' },
  RecordFollowUp: {
    before: [...inIop, discharged('dropped-out', day(5))],
    command: followedUp(30, day(35)),
    event: 'FollowUpRecorded',
    data: { dischargedAt: day(5), inWindow: true },
  },
  SetAftercarePlan: { command: aftercarePlanned(day(2), [{ part: 'training' }]), event: 'AftercarePlanSet' },
  SetGoals: { command: goalsSet(day(1), 'g1'), event: 'GoalsSet', data: { level: 'iop' } },
  CompleteGoal: {
    before: [...inIop, goalsSet(day(1), 'g1')],
    command: goalReached('g1', day(2)),
    event: 'GoalCompleted',
  },
  ReopenGoal: {
    before: [...inIop, goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(2))],
    command: goalReopened('g1', day(3)),
    event: 'GoalReopened',
  },
  WithdrawGoal: {
    before: [...inIop, goalsSet(day(1), 'g1')],
    command: goalWithdrawn('g1', day(2)),
    event: 'GoalWithdrawn',
  },
  ChangeLevelOfCare: {
    command: overrideTo('residential', day(1)),
    event: 'TransitionStarted',
    data: { ...move, grounds: [], handOffDueAt: day(4) },
  },
  ScheduleHandOff: { before: moving, command: appointed(first, day(1.5), day(2)), event: 'HandOffScheduled' },
  CompleteHandOff: { before: moving, command: arrived(first, day(2)), event: 'TransitionCompleted', data: move },
  FailHandOff: { before: moving, command: notSeen(first, day(2)), event: 'HandOffMissed', data: { times: 1 } },
  FailTransition: {
    before: moving,
    command: notMade(first, day(2)),
    event: 'TransitionFailed',
    data: { ...move, times: 0 },
  },
  DecideProposal: {
    before: proposed,
    command: decided(first, 'decline', day(76)),
    event: 'TransitionDeclined',
    data: { decision: undefined },
  },
  CancelTransition: {
    before: moving,
    command: cancelledBy(first, 'patient-declined', day(2)),
    event: 'TransitionCancelled',
    data: { reasonCode: undefined, cause: 'patient-declined' },
  },
  RecordPatientDecision: { before: moving, command: answered('agrees', day(2)), event: 'PatientDecisionRecorded' },
  RecordTherapistMeeting: { command: therapistMet('goals-remain', day(2)), event: 'TherapistMeetingRecorded' },
  PlaceHold: { command: held('h1', day(2), day(3)), event: 'HoldPlaced' },
  ReleaseHold: {
    before: [...inIop, held('h1', day(2), day(5))],
    command: released('h1', day(3)),
    event: 'HoldReleased',
    data: { cause: 'released' },
  },
  RecordAssessment: { command: assessed({ 4: '2.1' }, day(2)), event: 'AssessmentRecorded' },
  RecordInstrument: {
    command: asked('gad-7', { nervous: 1 }, day(2)),
    event: 'InstrumentScored',
    data: { score: 1, severity: 'minimal' },
  },
  RecordPregnancy: { command: pregnant(day(2)), event: 'PregnancyRecorded' },
  EndPregnancy: { before: [...inIop, pregnant(day(2))], command: pregnancyEnded(day(3)), event: 'PregnancyEnded' },
  RecordNaloxoneProvided: { command: naloxoneGiven(day(2)), event: 'NaloxoneProvided' },
  RecordLivingSituation: { command: lives('own-home', day(2), true), event: 'LivingSituationRecorded' },
  ClaimTask: { command: claimed(task, day(0.1), 'therapist'), event: 'TaskClaimed' },
  AssignTask: { command: assigned(task, day(0.1), 'therapist-2', 'therapist'), event: 'TaskAssigned' },
  SnoozeTask: { command: snoozed(task, day(0.1), day(1)), event: 'TaskSnoozed' },
  CompleteTask: {
    before: [...inIop, pregnant(day(2))],
    command: done('episode-1.task.obstetric-care.p1', day(2.5)),
    event: 'TaskCompleted',
  },
  RecordExternalEncounter: { command: treatedElsewhere(day(2)), event: 'ExternalEncounterRecorded' },
  StartLeave: { command: leaves(day(2), 'hospital'), event: 'LeaveStarted' },
  EndLeave: {
    before: [...inIop, leaves(day(2), 'hospital')],
    command: isBack(day(3)),
    event: 'LeaveEnded',
    data: { cause: 'returned' },
  },
  GiveConsent: { command: consented(day(2)), event: 'ConsentGiven', data: { version: 1 } },
  RevokeConsent: { before: [...inIop, consented(day(2))], command: revoked(day(3)), event: 'ConsentRevoked' },
  AssignCareTeam: { command: team(day(2), { staffId: 'nurse-1', role: 'nurse' }), event: 'CareTeamAssigned' },
  RecordInterimService: {
    before: [opened({ priority: 'injecting' })],
    command: interim(day(-12)),
    event: 'InterimServiceRecorded',
  },
  WithdrawFact: {
    before: [opened(), naloxoneGiven(day(-1))],
    command: withdrawn('episode-1.3', day(3)),
    event: 'FactWithdrawn',
    data: { fact: 'NaloxoneProvided' },
  },
  RaiseCrisis: { command: raised('overdose', day(2)), event: 'CrisisRaised' },
  ResolveCrisis: { before: [...inIop, raised('overdose', day(2))], command: resolved(day(3)), event: 'CrisisResolved' },
};

export const samples: readonly Required<Sample<Command>>[] = Object.values(everyCommand).map(
  ({ before = inIop, data = {}, ...sample }: Sample<Command>) => ({ ...sample, before, data }),
);
