import { checkUpSettled } from '../aftercare/owed.ts';
import { assessmentTaskSettled, reassessed, withdrawalLookedAt } from '../assessments/tasks-settled.ts';
import { attendanceReviewSettled } from '../attendance/review.ts';
import type { SiteCalendar } from '../calendar.ts';
import { contactTaskSettled, triedSince } from '../contact/tasks-settled.ts';
import { drugTestTaskSettled } from '../drug-testing/tasks-settled.ts';
import { afterDischargeTask } from '../episodes/after-discharge.ts';
import { followUpTask } from '../follow-up/owed.ts';
import { secondPersonTask } from '../episodes/second-person-owed.ts';
import { suicideRiskTask } from '../instruments/owed.ts';
import { scheduledTestTaskSettled } from '../scheduled-tests/asks.ts';
import { methadoneCountSettled } from '../scheduled-tests/methadone-count.ts';
import { medicationTaskSettled } from '../medications/asks.ts';
import { consentTask } from '../consents/owed.ts';
import { crisisTask, ofWhatHappened } from '../crises/tasks-settled.ts';
import { leaveTaskSettled } from '../leaves/tasks-settled.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Task, TaskEnd } from './state.ts';
import { obstetricTask } from '../person/owed.ts';
import { stayReviewSettled } from '../reviews/owed.ts';
import type { Programme } from '../programme/programme.ts';
import { applicantTask } from '../waiting/applicants.ts';
import { findPlaceTask } from '../waiting/moves.ts';
import { waitingMove } from '../waiting/waits.ts';
import {
  attendanceTask,
  decideTask,
  handOffTask,
  made,
  nextDosesArranged,
  resolveTask,
  reviewMoveTask,
  said,
  whileOpen,
  wishTask,
} from '../transitions/tasks-settled.ts';

/** Whether what the task asked for was recorded, or is no longer asked for; nothing while it stands. */
export function settled(
  journey: OpenedJourney,
  task: Task,
  rules: { readonly programme: Programme; readonly calendar: SiteCalendar },
): TaskEnd | undefined {
  const { programme } = rules;
  switch (task.kind) {
    case 'confirm-result':
    case 'review-drug-test':
    case 'new-collection':
    case 'outreach':
    case 'medication-safety-review':
    case 'drugs-given-list':
    case 'talk-about-result':
      return drugTestTaskSettled(journey, task, programme);
    case 'scheduled-test-missed':
      return scheduledTestTaskSettled(journey, task, programme);
    case 'random-test-count':
      return methadoneCountSettled(journey, task, programme);
    case 'missed-doses':
    case 'next-dose-check':
      return medicationTaskSettled(journey, task, programme);
    case 'attendance-review':
      return attendanceReviewSettled(journey, task, rules);
    case 'check-up':
      return checkUpSettled(journey, task, rules);
    case 'contact-outreach':
    case 'absence-safety-check':
    case 'missed-contact-review':
    case 'contact-lost-review':
      return contactTaskSettled(journey, task, rules);
    case 'schedule-hand-off':
      // Without a place at the next level nobody can give an appointment there.
      return waitingMove(journey) === undefined ? handOffTask(journey, task) : 'cancelled';
    case 'hand-off-outreach':
      return handOffTask(journey, task) ?? (triedSince(journey, task.openedAt) ? 'completed' : undefined);
    case 'record-attendance':
      return attendanceTask(journey, task);
    case 'hand-off-overdue':
      return made(journey, task.subject) ? 'completed' : whileOverdue(journey, task.subject);
    case 'decide-proposal':
      return decideTask(journey, task);
    case 'medication-continuity':
      return nextDosesArranged(journey, task)
        ? 'completed'
        : whileOpen(journey, task.subject, ['proposed', 'started', 'suspended']);
    case 'ask-patient-decision':
      return said(journey, task.subject)
        ? 'completed'
        : whileOpen(journey, task.subject, ['proposed', 'started', 'suspended']);
    case 'consider-level-asked-for':
      return wishTask(journey, task);
    case 'resolve-step-down-guards':
      return resolveTask(journey, rules);
    case 'reassessment':
      return reassessed(journey, task, programme);
    case 'initial-assessment':
    case 'dimension-evaluation':
    case 'act-on-assessment':
      return assessmentTaskSettled(journey, task, programme);
    case 'stay-review':
      return stayReviewSettled(journey, task);
    case 'prepare-coming-of-age':
    case 'turned-18':
      return whileInEpisode(journey);
    case 'review-completed-move':
      return reviewMoveTask(journey, task);
    case 'suicide-risk':
      return suicideRiskTask(journey, task);
    case 'obstetric-care':
      return obstetricTask(journey, task);
    case 'renew-consent':
      return consentTask(journey, task);
    case 'crisis':
      return crisisTask(journey, task);
    case 'overdose-check':
      return ofWhatHappened(journey, task) ? undefined : drugTestTaskSettled(journey, task, programme);
    case 'confirm-return':
    case 'safety-call':
    case 'bed-decision':
    case 'return-test':
    case 'medication-list':
      return leaveTaskSettled(journey, task, programme);
    case 'follow-up':
      return followUpTask(journey, task, rules);
    case 'second-person':
      return secondPersonTask(journey, task);
    case 'patient-directed-contact':
    case 'medication-bridge':
      return afterDischargeTask(journey, task, programme);
    case 'interim-services':
    case 'state-referral':
    case 'admit-by-law':
      return applicantTask(journey, task, programme);
    case 'find-place':
      return findPlaceTask(journey, task);
    // These are about somebody's safety, or about what was done: they outlast level and episode until answered.
    case 'withdrawal-check':
      return withdrawalLookedAt(journey, task);
    case 'late-result-review':
    case 'safety-plan':
    case 'tolerance-check':
    case 'moud-same-day':
      return undefined;
  }
}

/** Where the next level has no place, nobody is late; and with one the time begins anew. */
function whileOverdue(journey: OpenedJourney, transitionId: string): TaskEnd | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  const overdue =
    open?.state === 'started' &&
    open.transitionId === transitionId &&
    open.overdueSaid &&
    open.waitingSince === undefined;
  return overdue ? undefined : 'cancelled';
}

const whileInEpisode = (journey: OpenedJourney): TaskEnd | undefined =>
  journey.status === 'discharged' ? 'cancelled' : undefined;
