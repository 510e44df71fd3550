import {
  IconAlertOctagon,
  IconArrowsExchange,
  IconCalendarPlus,
  IconClipboardCheck,
  IconClipboardPlus,
  IconDoorExit,
  IconFileCheck,
  IconFlag,
  IconHome,
  IconPhoneCall,
  IconPill,
  IconPlayerPause,
  IconSitemap,
  IconStethoscope,
  IconTestPipe,
  IconUserCheck,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { kebab, type CommandName } from '../api/commands.ts';
import type { en } from '../texts/en/index.ts';

export type Group = keyof typeof en.dialogs.group;
export const groups = ['record', 'move', 'pause', 'tasks', 'person', 'consent', 'end'] as const satisfies Group[];

/** How a command is offered and asked for. What is not said here comes from its contract. */
export interface Act {
  readonly group: Group;
  readonly icon: TablerIcon;
  /** The fields that stand together in a row, from above; what is in none is under "More". */
  readonly rows: readonly (readonly string[])[];
  /** The rules ask for a reason in words; `aside`: it is seldom given, and stands under "More". */
  readonly reason?: 'required' | 'aside';
  /** Cannot be undone, or goes before the rules: asked once more. */
  readonly confirm?: 'Discharge' | 'Death' | 'Override';
  /** What takes it back at once: the fact withdrawn, or another command on the same subject. */
  readonly undo?: 'withdraw' | { readonly command: CommandName; readonly field: string };
  /** Fields that begin with the present moment. */
  readonly now?: readonly string[];
  /** Days ahead that are offered with one press. */
  readonly ahead?: Readonly<Record<string, readonly number[]>>;
  /** Wider than other dialogs. */
  readonly wide?: true;
}

const withdraw = 'withdraw';

export const catalogue = {
  RecordSession: {
    group: 'record',
    icon: IconClipboardPlus,
    rows: [['type', 'attendance'], ['startedAt', 'minutes'], ['setting', 'participants'], ['reason']],
    undo: withdraw,
  },
  RecordOutreach: {
    group: 'record',
    icon: IconPhoneCall,
    rows: [['channel', 'reached'], ['at'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
  RecordDrugTestResult: {
    group: 'record',
    icon: IconTestPipe,
    rows: [
      ['specimenId', 'matrix', 'status'],
      ['collectedAt', 'reportedAt'],
      ['results'],
      ['validity'],
      ['acknowledgedUse'],
    ],
    now: ['reportedAt'],
    undo: withdraw,
    wide: true,
  },
  RecordMissedDrugTest: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['dueAt'], ['outcome'], ['reason']],
    undo: withdraw,
  },
  ScheduleDrugTest: {
    group: 'record',
    icon: IconCalendarPlus,
    rows: [['dueAt', 'cause'], ['drugClasses'], ['reason']],
    ahead: { dueAt: [0, 1, 2] },
  },
  ReviewDrugTest: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['specimenId', 'drugClass'], ['finding'], ['reason']],
    undo: withdraw,
  },
  RecordAcknowledgedUse: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['drugClass'], ['lastUseAt'], ['reason']],
    undo: withdraw,
  },
  SetScreeningPlan: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['from', 'until'], ['drugClasses'], ['negativeBy']],
    now: ['from'],
    reason: 'aside',
  },
  RecordMedication: {
    group: 'record',
    icon: IconPill,
    rows: [
      ['medication', 'kind'],
      ['from', 'to'],
      ['scheduled', 'source'],
    ],
    now: ['from'],
    reason: 'aside',
    undo: withdraw,
  },
  ArrangeMedicationContinuity: {
    group: 'record',
    icon: IconPill,
    rows: [['medicationId'], ['nextDoseAt'], ['place']],
    reason: 'aside',
    ahead: { nextDoseAt: [0, 1, 7] },
    undo: withdraw,
  },
  RecordMissedDoses: {
    group: 'record',
    icon: IconPill,
    rows: [
      ['medicationId', 'doses'],
      ['from', 'to'],
    ],
    reason: 'aside',
    undo: withdraw,
  },
  EndMedication: {
    group: 'record',
    icon: IconPill,
    rows: [['medicationId'], ['at'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
  SetGoals: { group: 'record', icon: IconFlag, rows: [['goals']], reason: 'aside' },
  CompleteGoal: {
    group: 'record',
    icon: IconFlag,
    rows: [['goalId'], ['evidence']],
    reason: 'aside',
    undo: withdraw,
  },
  ReopenGoal: { group: 'record', icon: IconFlag, rows: [['goalId'], ['reason']] },
  WithdrawGoal: { group: 'record', icon: IconFlag, rows: [['goalId'], ['reason']], reason: 'required' },
  RecordTherapistMeeting: {
    group: 'record',
    icon: IconUsers,
    rows: [['heldAt'], ['outcome'], ['reason']],
    now: ['heldAt'],
    undo: withdraw,
  },
  RecordAssessment: {
    group: 'record',
    icon: IconClipboardCheck,
    rows: [
      ['assessedAt', 'edition'],
      ['dimensions'],
      ['withdrawalRisk', 'agreement'],
      ['decidedBy'],
      ['actualLevel', 'discrepancyReason'],
    ],
    now: ['assessedAt'],
    reason: 'aside',
    undo: withdraw,
    wide: true,
  },
  RecordInstrument: {
    group: 'record',
    icon: IconClipboardCheck,
    rows: [['instrument', 'at'], ['answers']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
    wide: true,
  },
  RecordExternalEncounter: {
    group: 'record',
    icon: IconStethoscope,
    rows: [['kind'], ['from', 'to'], ['drugsGiven']],
    reason: 'aside',
    undo: withdraw,
  },
  RecordInterimService: {
    group: 'record',
    icon: IconUserCheck,
    rows: [['services'], ['at']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  RecordFollowUp: {
    group: 'record',
    icon: IconPhoneCall,
    rows: [
      ['point', 'contact'],
      ['contactedAt'],
      ['abstinentReported', 'abstinentTested'],
      ['housing', 'employment'],
      ['arrests', 'selfHelp'],
    ],
    now: ['contactedAt'],
    reason: 'aside',
    undo: withdraw,
  },
  Admit: {
    group: 'move',
    icon: IconUserCheck,
    rows: [['level'], ['attendedAt'], ['reason']],
    now: ['attendedAt'],
  },
  ChangeLevelOfCare: {
    group: 'move',
    icon: IconSitemap,
    rows: [['to'], ['reasonCode'], ['reason']],
    reason: 'required',
    confirm: 'Override',
  },
  DecideProposal: {
    group: 'move',
    icon: IconSitemap,
    rows: [['transitionId'], ['decision'], ['reason']],
  },
  ScheduleHandOff: {
    group: 'move',
    icon: IconArrowsExchange,
    rows: [['transitionId'], ['appointmentAt'], ['reason']],
    ahead: { appointmentAt: [0, 1, 2] },
  },
  CompleteHandOff: {
    group: 'move',
    icon: IconArrowsExchange,
    rows: [['transitionId'], ['attendedAt']],
    now: ['attendedAt'],
    reason: 'aside',
  },
  FailHandOff: { group: 'move', icon: IconArrowsExchange, rows: [['transitionId'], ['reasonCode'], ['reason']] },
  FailTransition: {
    group: 'move',
    icon: IconArrowsExchange,
    rows: [['transitionId'], ['reasonCode'], ['reason']],
    reason: 'required',
  },
  CancelTransition: { group: 'move', icon: IconArrowsExchange, rows: [['transitionId'], ['reasonCode'], ['reason']] },
  RecordPatientDecision: {
    group: 'move',
    icon: IconUserCheck,
    rows: [['transitionId'], ['decision', 'level'], ['at'], ['words']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  OfferSlot: {
    group: 'move',
    icon: IconCalendarPlus,
    rows: [['level'], ['startsAt', 'keptUntil']],
    reason: 'aside',
    undo: { command: 'DeclineSlot', field: 'slotId' },
  },
  DeclineSlot: { group: 'move', icon: IconCalendarPlus, rows: [['slotId'], ['reason']] },
  MoveToProgrammeVersion: { group: 'move', icon: IconSitemap, rows: [['programme'], ['levels']], reason: 'aside' },
  PlaceHold: {
    group: 'pause',
    icon: IconPlayerPause,
    rows: [['until'], ['reason']],
    reason: 'required',
    ahead: { until: [1, 3, 7, 14] },
    undo: { command: 'ReleaseHold', field: 'holdId' },
  },
  ReleaseHold: { group: 'pause', icon: IconPlayerPause, rows: [['holdId'], ['reason']] },
  StartLeave: {
    group: 'pause',
    icon: IconDoorExit,
    rows: [['kind'], ['at', 'expectedReturnAt'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
  EndLeave: {
    group: 'pause',
    icon: IconDoorExit,
    rows: [['leaveId'], ['at'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
  RaiseCrisis: {
    group: 'pause',
    icon: IconAlertOctagon,
    rows: [['kind'], ['actions'], ['reason']],
  },
  ResolveCrisis: { group: 'pause', icon: IconAlertOctagon, rows: [['crisisId'], ['actions'], ['reason']] },
  ClaimTask: { group: 'tasks', icon: IconClipboardCheck, rows: [['taskId']], reason: 'aside' },
  AssignTask: { group: 'tasks', icon: IconUsers, rows: [['taskId'], ['to']], reason: 'aside' },
  SnoozeTask: {
    group: 'tasks',
    icon: IconPlayerPause,
    rows: [['taskId'], ['until']],
    reason: 'aside',
    ahead: { until: [1, 2, 3] },
  },
  CompleteTask: { group: 'tasks', icon: IconClipboardCheck, rows: [['taskId'], ['reason']] },
  AssignCareTeam: { group: 'tasks', icon: IconUsers, rows: [['members']], reason: 'aside' },
  RecordLivingSituation: {
    group: 'person',
    icon: IconHome,
    rows: [['situation', 'safe'], ['at']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  RecordNaloxoneProvided: {
    group: 'person',
    icon: IconPill,
    rows: [['at', 'kits']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  RecordPregnancy: {
    group: 'person',
    icon: IconUserCheck,
    rows: [['from'], ['reason']],
    now: ['from'],
    undo: withdraw,
  },
  EndPregnancy: {
    group: 'person',
    icon: IconUserCheck,
    rows: [['pregnancyId'], ['at']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  GiveConsent: {
    group: 'consent',
    icon: IconFileCheck,
    rows: [
      ['kind', 'discloser'],
      ['recipients'],
      ['purposes'],
      ['information'],
      ['statements'],
      ['expires'],
      ['signedAt'],
      ['signatures'],
    ],
    now: ['signedAt'],
    reason: 'aside',
    undo: withdraw,
    wide: true,
  },
  RevokeConsent: {
    group: 'consent',
    icon: IconFileCheck,
    rows: [['consentId'], ['at', 'cause'], ['reason']],
    now: ['at'],
  },
  OpenEpisode: {
    group: 'end',
    icon: IconUserCheck,
    rows: [
      ['patientId'],
      ['programme', 'siteId'],
      ['entryLevel', 'ageGroup'],
      ['referralSource', 'priority'],
      ['requestedAt'],
      ['reason'],
    ],
    now: ['requestedAt'],
  },
  CloseReferral: { group: 'end', icon: IconDoorExit, rows: [['reasonCode'], ['at'], ['reason']], now: ['at'] },
  SetAftercarePlan: { group: 'end', icon: IconClipboardCheck, rows: [['parts'], ['reason']] },
  DischargeEpisode: {
    group: 'end',
    icon: IconDoorExit,
    rows: [['reasonCode'], ['at'], ['destination'], ['againstAdvice'], ['reason']],
    now: ['at'],
    confirm: 'Discharge',
  },
  ReopenEpisode: {
    group: 'end',
    icon: IconUserCheck,
    rows: [['level'], ['attendedAt'], ['reason']],
    reason: 'required',
    now: ['attendedAt'],
  },
  RecordDeath: {
    group: 'end',
    icon: IconDoorExit,
    rows: [['at', 'cause'], ['reason']],
    now: ['at'],
    confirm: 'Death',
  },
  WithdrawFact: { group: 'end', icon: IconClipboardCheck, rows: [['eventId'], ['reasonCode'], ['reason']] },
} as const satisfies Readonly<Record<CommandName, Act>>;

export const actOf = (command: CommandName): Act => catalogue[command];
export const commandNames = Object.keys(catalogue) as readonly CommandName[];

const byAddress = new Map(commandNames.map((command) => [kebab(command), command]));

/** The command whose dialog an address opens (`do=record-session`). */
export const commandOf = (address: string): CommandName | undefined => byAddress.get(address);

/** The second key after R, and what it opens. */
export const recordKeys = {
  s: 'RecordSession',
  h: 'ScheduleHandOff',
  o: 'RecordOutreach',
  p: 'PlaceHold',
  l: 'ChangeLevelOfCare',
} as const satisfies Readonly<Record<string, CommandName>>;
