import type { CommandOf, CommandType } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';
import { toldAgain } from '../told-again.ts';
import type { TaskKind } from '../vocabulary.ts';

/** Tasks that end when something is recorded: said to be done, they would leave what they ask for undone. */
const answeredBy: Readonly<Record<TaskKind, readonly CommandType[]>> = {
  'confirm-result': ['RecordDrugTestResult'],
  'review-drug-test': ['ReviewDrugTest', 'RecordDrugTestResult'],
  'new-collection': ['RecordDrugTestResult'],
  'schedule-hand-off': ['ScheduleHandOff'],
  'record-attendance': ['CompleteHandOff', 'FailHandOff', 'ScheduleHandOff'],
  'hand-off-overdue': ['CompleteHandOff', 'FailHandOff'],
  'decide-proposal': ['DecideProposal'],
  'resolve-step-down-guards': ['ChangeLevelOfCare'],
  'consider-level-asked-for': [],
  outreach: [],
  'overdose-check': [],
  'withdrawal-check': [],
  'medication-safety-review': [],
  'scheduled-test-missed': ['RecordDrugTestResult', 'RecordMissedDrugTest'],
  'random-test-count': [],
  'drugs-given-list': ['RecordExternalEncounter'],
  'talk-about-result': [],
  'missed-doses': [],
  'next-dose-check': [],
  reassessment: ['RecordAssessment'],
  'medication-continuity': [],
  'ask-patient-decision': ['RecordPatientDecision'],
  'late-result-review': [],
  'hand-off-outreach': [],
  'review-completed-move': [],
  'safety-plan': [],
  'attendance-review': [],
  'second-person': ['DischargeEpisode'],
  'patient-directed-contact': [],
  'follow-up': ['RecordFollowUp'],
  'medication-bridge': ['ArrangeMedicationContinuity', 'EndMedication'],
  'check-up': ['RecordSession'],
  'contact-outreach': ['RecordOutreach', 'RecordSession'],
  'absence-safety-check': [],
  'missed-contact-review': [],
  'contact-lost-review': [],
  'suicide-risk': [],
  'initial-assessment': ['RecordAssessment'],
  'dimension-evaluation': ['RecordAssessment'],
  'act-on-assessment': [],
  'stay-review': [],
  'prepare-coming-of-age': [],
  'turned-18': [],
  'obstetric-care': [],
  'confirm-return': ['EndLeave', 'StartLeave'],
  'safety-call': [],
  'bed-decision': [],
  'return-test': ['RecordDrugTestResult'],
  'medication-list': [],
  'tolerance-check': [],
  'moud-same-day': [],
  crisis: ['ResolveCrisis'],
  'interim-services': ['RecordInterimService'],
  'state-referral': [],
  'admit-by-law': ['Admit', 'CloseReferral'],
  'find-place': ['OfferSlot', 'ScheduleHandOff', 'FailTransition'],
  'renew-consent': [],
};

/** The commands that end a task of this kind; none where a person's word does. */
export const endedBy = (kind: TaskKind): readonly CommandType[] => answeredBy[kind];

/** Whether an assessment of all dimensions is what a task of this kind asks for. */
export const endsByAssessment = (kind: TaskKind): boolean => answeredBy[kind].includes('RecordAssessment');

/** Whether a person's word ends a task of this kind. */
export const endsByWord = (kind: TaskKind): boolean => answeredBy[kind].length === 0;

/**
 * A person says that what a task asks for is done. Done already: no news.
 * Rejects: EpisodeNotOpened, UnknownTask, TaskNoLongerAsked, TaskAnsweredOtherwise.
 */
export function completeTask(journey: Journey, command: CommandOf<'CompleteTask'>): Decision {
  const { taskId, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const task = journey.tasks.find((known) => known.taskId === taskId);
  if (task === undefined) return reject({ type: 'UnknownTask', taskId });
  if (task.state === 'completed' || toldAgain(journey, command, 'TaskCompleted', { taskId })) return nothingNew;
  if (task.state === 'cancelled') return reject({ type: 'TaskNoLongerAsked', taskId });
  const commands = answeredBy[task.kind];
  if (commands.length > 0) return reject({ type: 'TaskAnsweredOtherwise', taskId, commands });

  return accept({ type: 'TaskCompleted', occurredAt, data: { taskId, ...(reason && { reason }) } });
}
