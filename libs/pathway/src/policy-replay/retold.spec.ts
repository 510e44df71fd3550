import type { Command, CommandEnvelope } from '../commands.ts';
import type { ConsentGiven } from '../consents/commands.ts';
import type { CareEvent, EventData, EventType } from '../events.ts';
import type { Sealed } from '../sealed.ts';
import { day, said } from '../specs/commands.ts';
import { retold, type Missing } from './retold.ts';
import type { World } from './world.ts';

const envelope: CommandEnvelope = said(day(3));
const words = { sealed: 'kid.nonce.words' };
const at = day(2);
const later = day(9);
const grounds = { grounds: [] };

/** IOP is called otherwise there; the first move, task and fact have other ids, and no other is known. */
const there: World = {
  programme: { id: 'proposed', version: 0 },
  keepsItsVersion: true,
  level: (name) => (name === 'iop' ? 'intensive' : name),
  move: (transitionId) => (transitionId === 't1' ? 't9' : undefined),
  task: (taskId) => (taskId === 'task-1' ? 'task-9' : undefined),
  fact: (eventId) => (eventId === 'fact-1' ? 'fact-9' : undefined),
};

type Told = { readonly [T in EventType]: readonly [type: T, data: EventData[T]] }[EventType];
type ToldAs = { readonly [T in EventType]: readonly [type: T, data: EventData[T], as: object] }[EventType];
type Lost = { readonly [T in EventType]: readonly [type: T, data: EventData[T], why: Missing] }[EventType];

/** The command as it is given again by whom and when it was said, or why there is none. */
function again(type: EventType, data: EventData[EventType], world: World): Command | Missing | undefined {
  const recorded = { id: 'event-1', episodeId: 'episode-1', version: 1, recordedAt: day(3), ...envelope };
  const event: object = { ...recorded, type, data };
  const wish = retold(event as CareEvent, world);
  return typeof wish === 'function' ? wish(envelope) : wish;
}

const episode = { patientId: 'patient-1', siteId: 'main', ageGroup: 'adult' } as const;
const session = { sessionId: 's1', sessionType: 'group', startedAt: at, minutes: 60, attendance: 'attended' } as const;
const assessment = { assessmentId: 'a1', assessedAt: at, edition: 4, dimensions: [] } as const;
const answers = { instrumentId: 'i1', instrument: 'cows', at, answers: { pulse: 2 } } as const;
const crisis = { crisisId: 'c1', kind: 'overdose', actions: [] } as const;
const slot = { slotId: 'slot-1', startsAt: later } as const;
const consent: ConsentGiven<Sealed> = {
  ...{
    consentId: 'consent-1',
    kind: 'tpo',
    discloser: 'this-programme',
    recipients: [],
    purposes: [],
    information: [],
  },
  ...{ statements: [], expires: { on: 'never' }, signedAt: at, signatures: [] },
};
const move = { transitionId: 't1', kind: 'step-up', from: 'iop', to: 'residential' } as const;
const staff = { staffId: 'nurse-7', role: 'nurse' } as const;

describe('what is told again in another world', () => {
  it.each<ToldAs>([
    [
      'EpisodeOpened',
      { ...episode, programme: { id: 'standard-four', version: 2 }, entryLevel: 'iop' },
      { type: 'OpenEpisode', ...episode, programme: there.programme, entryLevel: 'intensive' },
    ],
    [
      'Admitted',
      { level: 'iop', attendedAt: at, exclusionsOverridden: ['unsafe-home'] },
      { type: 'Admit', level: 'intensive', attendedAt: at },
    ],
    ['ReferralClosed', { at, reasonCode: 'no-place' }, { type: 'CloseReferral', at, reasonCode: 'no-place' }],
    [
      'TerminationRequested',
      { at, termination: { warnedAt: at }, lapsesAt: later },
      {
        ...{ type: 'DischargeEpisode', at, reasonCode: 'terminated-by-facility', againstAdvice: false },
        termination: { warnedAt: at },
      },
    ],
    [
      'EpisodeReopened',
      { level: 'iop', attendedAt: at, from: 'detox', transitionId: 't1' },
      { type: 'ReopenEpisode', level: 'intensive', attendedAt: at },
    ],
    [
      'FollowUpRecorded',
      { point: 30, contactedAt: at, contact: 'reached', dischargedAt: at, inWindow: true },
      { type: 'RecordFollowUp', point: 30, contactedAt: at, contact: 'reached' },
    ],
    ['SessionRecorded', session, { type: 'RecordSession', ...session }],
    ['AssessmentRecorded', assessment, { type: 'RecordAssessment', ...assessment }],
    [
      'AssessmentRecorded',
      { ...assessment, actualLevel: 'iop', preferredLevel: 'detox' },
      { type: 'RecordAssessment', ...assessment, actualLevel: 'intensive', preferredLevel: 'detox' },
    ],
    [
      'AssessmentRecorded',
      { ...assessment, actualLevel: 'detox', preferredLevel: 'iop' },
      { type: 'RecordAssessment', ...assessment, actualLevel: 'detox', preferredLevel: 'intensive' },
    ],
    ['InstrumentScored', { ...answers, score: 2, severity: 'mild' }, { type: 'RecordInstrument', ...answers }],
    [
      'DrugTestScheduled',
      { from: at, dueAt: later, cause: 'for-cause', drugClasses: ['cocaine'] },
      { type: 'ScheduleDrugTest', dueAt: later, cause: 'for-cause', drugClasses: ['cocaine'] },
    ],
    [
      'DrugTestScheduled',
      { from: at, dueAt: later, cause: 'plan' },
      { type: 'ScheduleDrugTest', dueAt: later, cause: 'plan' },
    ],
    ['GoalsSet', { level: 'iop', goals: [] }, { type: 'SetGoals', goals: [] }],
    ['HoldReleased', { holdId: 'h1', cause: 'released' }, { type: 'ReleaseHold', holdId: 'h1' }],
    ['LeaveEnded', { leaveId: 'l1', at, cause: 'returned' }, { type: 'EndLeave', leaveId: 'l1', at }],
    ['CrisisRaised', crisis, { type: 'RaiseCrisis', ...crisis }],
    ['ConsentGiven', { ...consent, version: 2 }, { type: 'GiveConsent', ...consent }],
    ['SlotOffered', { ...slot, level: 'iop' }, { type: 'OfferSlot', ...slot, level: 'intensive' }],
    ['SlotDeclined', { slotId: 'slot-1', level: 'iop' }, { type: 'DeclineSlot', slotId: 'slot-1' }],
    [
      'TransitionStarted',
      { ...move, ...grounds, to: 'iop', handOffDueAt: later, reasonCode: 'safety' },
      { type: 'ChangeLevelOfCare', to: 'intensive', reasonCode: 'safety' },
    ],
    [
      'PatientDecisionRecorded',
      { kind: 'step-down', decision: 'agrees', at, words },
      { type: 'RecordPatientDecision', decision: 'agrees', at, words },
    ],
    [
      'PatientDecisionRecorded',
      { decision: 'asks-for-another-level', level: 'iop', at },
      { type: 'RecordPatientDecision', decision: 'asks-for-another-level', level: 'intensive', at },
    ],
  ])('%s, with its levels as they are called there', (...[type, data, as]) => {
    expect(again(type, data, there)).toStrictEqual({ ...envelope, ...as });
  });

  it.each<ToldAs>([
    ['TransitionApproved', { transitionId: 't1' }, { type: 'DecideProposal', decision: 'approve' }],
    ['TransitionDeclined', { transitionId: 't1' }, { type: 'DecideProposal', decision: 'decline' }],
    ['TransitionWaitlisted', { transitionId: 't1', level: 'iop' }, { type: 'FailHandOff', reasonCode: 'no-slot' }],
    [
      'HandOffScheduled',
      { transitionId: 't1', appointmentAt: later },
      { type: 'ScheduleHandOff', appointmentAt: later },
    ],
    [
      'HandOffMissed',
      { transitionId: 't1', times: 1, reasonCode: 'other' },
      { type: 'FailHandOff', reasonCode: 'other' },
    ],
    ['TransitionCompleted', { ...move, attendedAt: at }, { type: 'CompleteHandOff', attendedAt: at }],
    [
      'TransitionFailed',
      { ...move, times: 2, reasonCode: 'declined' },
      { type: 'FailTransition', reasonCode: 'declined' },
    ],
    [
      'TransitionCancelled',
      { transitionId: 't1', cause: 'clinician-retains' },
      { type: 'CancelTransition', reasonCode: 'clinician-retains' },
    ],
    [
      'PatientDecisionRecorded',
      { transitionId: 't1', kind: 'step-up', decision: 'declines', level: 'iop', at },
      { type: 'RecordPatientDecision', decision: 'declines', level: 'intensive', at },
    ],
  ])('%s, of the move that takes its place', (...[type, data, as]) => {
    expect(again(type, data, there)).toStrictEqual({ ...envelope, ...as, transitionId: 't9' });
  });

  it.each<ToldAs>([
    ['TaskCompleted', { taskId: 'task-1' }, { type: 'CompleteTask' }],
    ['TaskClaimed', { taskId: 'task-1' }, { type: 'ClaimTask' }],
    ['TaskAssigned', { taskId: 'task-1', to: staff, acknowledgeBy: later }, { type: 'AssignTask', to: staff }],
    ['TaskSnoozed', { taskId: 'task-1', until: later }, { type: 'SnoozeTask', until: later }],
  ])('%s, of the task that takes its place', (...[type, data, as]) => {
    expect(again(type, data, there)).toStrictEqual({ ...envelope, ...as, taskId: 'task-9' });
  });

  it('the withdrawal of a fact, of the event that tells it there', () => {
    const data = { eventId: 'fact-1', fact: 'GoalsSet', reasonCode: 'wrong-person' } as const;
    const as = { type: 'WithdrawFact', eventId: 'fact-9', reasonCode: 'wrong-person' };
    expect(again('FactWithdrawn', data, there)).toStrictEqual({ ...envelope, ...as });
  });

  it('a move to another version, unless it is asked what this one would do', () => {
    const version = { id: 'standard-four', version: 3 };
    const data = { from: { ...version, version: 2 }, to: version, levels: { iop: 'intensive' } };
    const as = { type: 'MoveToProgrammeVersion', programme: version, levels: { iop: 'intensive' } };
    expect(again('MovedToProgrammeVersion', data, { ...there, keepsItsVersion: false })).toStrictEqual({
      ...envelope,
      ...as,
    });
    expect(again('MovedToProgrammeVersion', data, there)).toBeUndefined();
  });
});

describe('what is not told again', () => {
  it.each<Lost>([
    ['TransitionApproved', { transitionId: 't2' }, 'no-such-move'],
    ['TransitionCancelled', { transitionId: 't2', cause: 'patient-declined' }, 'no-such-move'],
    ['PatientDecisionRecorded', { transitionId: 't2', decision: 'agrees', at }, 'no-such-move'],
    ['TaskCompleted', { taskId: 'task-2' }, 'no-such-task'],
    ['FactWithdrawn', { eventId: 'fact-2', fact: 'GoalsSet', reasonCode: 'entered-in-error' }, 'no-such-fact'],
  ])('%s, where what it answers is not there', (...[type, data, why]) => {
    expect(again(type, data, there)).toBe(why);
  });

  it.each<Told>([
    ['ReferralClosed', { at, reasonCode: 'died' }],
    ['DrugTestScheduled', { from: at, dueAt: later, cause: 'admission' }],
    ['DrugTestScheduled', { from: at, dueAt: later, cause: 'random' }],
    ['TransitionStarted', { ...move, ...grounds, handOffDueAt: later }],
    ['TransitionCancelled', { transitionId: 't1', cause: 'step-up' }],
    ['HoldReleased', { holdId: 'h1', cause: 'ended' }],
    ['LeaveEnded', { leaveId: 'l1', at, cause: 'seen' }],
    ['CrisisRaised', { ...crisis, encounterId: 'e1' }],
    ['TaskOpened', { taskId: 'task-1', kind: 'follow-up', role: 'nurse', dueAt: later, subject: 'episode-1' }],
  ])('%s, where it follows from something else', (...[type, data]) => {
    expect(again(type, data, there)).toBeUndefined();
  });
});
