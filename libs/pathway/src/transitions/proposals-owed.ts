import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import { activeHold } from '../holds/decide.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { inHospitalOrJail } from '../leaves/where.ts';
import type { ProposedTransition } from './state.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import { plusHours, toMs } from '../time.ts';
import { hasPassed } from './resume.ts';
import { isOf, transitionStarted } from './start.ts';

/** A deadline handled later than this passed while the system was down, not while a timer fired. */
const onTimeMs = 5 * 60_000;

/** A proposal asks somebody, and has a deadline after which the programme says what happens (pathway §5). */
export function proposalsOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status !== 'active' || journey.transition?.state !== 'proposed') return [];
  const open = journey.transition;
  const { transitionId, deadlineAt } = open;
  const asked: Owed = {
    at: journey.recordedAt,
    cause: 'now',
    subject: transitionId,
    make: ({ now }) => [
      openTask(journey, { kind: 'decide-proposal', role: 'therapist', subject: transitionId, dueAt: deadlineAt }, now),
    ],
  };
  const deadline: Owed = {
    at: deadlineAt,
    cause: 'proposal',
    subject: transitionId,
    make: (context) => deadlinePassed(journey, open, context),
  };
  return [
    ...(notAsked(journey, 'decide-proposal', transitionId) ? [asked] : []),
    ...(hasPassed(open) ? [] : [deadline]),
  ];
}

function deadlinePassed(journey: Active, open: ProposedTransition, context: Context): readonly NewEvent[] {
  const { transitionId, deadlineAt, grounds } = open;
  const { now, programme } = context;
  const escalate = (nextAt?: string): NewEvent => ({
    type: 'TransitionEscalated',
    occurredAt: deadlineAt,
    data: { transitionId, cause: 'proposal-deadline', ...(nextAt && { nextAt }) },
  });
  const wasDown = toMs(now) - toMs(deadlineAt) > onTimeMs;
  // Nobody had the time that was promised: they get some more before anything happens by itself.
  if (wasDown && open.atDeadline !== 'escalate') return [escalate(plusHours(now, programme.deadlines.graceHours))];

  // An opioid use may have joined since it was proposed.
  const staysOpen = isOf(journey, grounds, programme.stepUp.neverLapses);
  switch (staysOpen && open.atDeadline === 'lapse' ? 'escalate' : open.atDeadline) {
    case 'escalate':
      return [escalate()];
    case 'lapse':
      return [{ type: 'TransitionLapsed', occurredAt: deadlineAt, data: { transitionId } }];
    case 'apply':
      // No automatic move while on hold, and none of somebody who is in hospital or jail.
      if (activeHold(journey) || inHospitalOrJail(journey)) return [escalate()];
      return [{ ...transitionStarted(journey, open, programme, now), occurredAt: deadlineAt }];
  }
}
