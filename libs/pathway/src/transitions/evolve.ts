import type { CareEventOf } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { OpenTransition, StartedTransition } from './state.ts';
import { completed } from './complete.ts';
import { considered } from './considered.ts';
import { cancelled, failed, turnedDown } from './ended.ts';
import { resumed, withPlace } from './resume.ts';

type TransitionEvent = CareEventOf<
  | 'TransitionConsidered'
  | 'TransitionProposed'
  | 'TransitionApproved'
  | 'TransitionDeclined'
  | 'TransitionLapsed'
  | 'TransitionEscalated'
  | 'TransitionStarted'
  | 'TransitionSuspended'
  | 'TransitionResumed'
  | 'TransitionRegrounded'
  | 'HandOffScheduled'
  | 'HandOffMissed'
  | 'TransitionCompleted'
  | 'TransitionFailed'
  | 'TransitionCancelled'
>;

export function evolveTransitions(journey: OpenedJourney, event: TransitionEvent): OpenedJourney {
  // Two things may also be said of a journey at rest or ended: what was considered, and new grounds of an old move.
  if (event.type === 'TransitionConsidered') return considered(journey, event);
  if (event.type === 'TransitionRegrounded') return regrounded(journey, event);
  if (journey.status !== 'active') return journey;

  switch (event.type) {
    case 'TransitionProposed':
      return proposed(journey, event);
    case 'TransitionStarted':
      return started(journey, event);
    case 'TransitionApproved':
      return journey;
    case 'TransitionDeclined':
      return turnedDown(journey, event.occurredAt);
    case 'TransitionCancelled':
      return cancelled(journey, event);
    case 'TransitionFailed':
      return failed(journey, event);
    case 'TransitionLapsed':
      return { ...journey, transition: undefined };
    case 'TransitionEscalated':
      return escalated(journey, event);
    case 'TransitionSuspended':
      return suspended(journey, event);
    case 'TransitionResumed':
      return withTransition(journey, (transition) => resumed(transition, event.recordedAt));
    case 'HandOffScheduled':
      return whileStarted(journey, (open) => ({
        ...withPlace(open, event.recordedAt),
        appointmentAt: event.data.appointmentAt,
      }));
    case 'HandOffMissed':
      // Told late, it takes nothing from an appointment that was made for another time since.
      return whileStarted(journey, ({ appointmentAt, ...open }) => ({
        ...open,
        ...(appointmentAt !== undefined && appointmentAt > event.occurredAt && { appointmentAt }),
        missed: open.missed + 1,
        missedAt: [...open.missedAt, event.occurredAt],
      }));
    case 'TransitionCompleted':
      return completed(journey, event);
  }
}

function proposed(journey: Active, event: CareEventOf<'TransitionProposed'>): Active {
  const { transitionId, kind, from, to, grounds, deadlineAt, atDeadline, reverses } = event.data;
  return {
    ...journey,
    transitionCount: journey.transitionCount + 1,
    transition: {
      state: 'proposed',
      transitionId,
      kind,
      from,
      to,
      grounds,
      by: 'rule',
      ...(reverses !== undefined && { reverses }),
      proposedAt: event.recordedAt,
      deadlineAt,
      atDeadline,
    },
  };
}

function started(journey: Active, event: CareEventOf<'TransitionStarted'>): Active {
  const { transitionId, kind, from, to, grounds, handOffDueAt, targetAt, reasonCode, reverses } = event.data;
  const approved = journey.transition?.transitionId === transitionId;
  const transition: StartedTransition = {
    state: 'started',
    transitionId,
    kind,
    from,
    to,
    grounds,
    by: reasonCode === undefined ? 'rule' : 'person',
    startedAt: event.recordedAt,
    handOffDueAt,
    ...(targetAt && { targetAt }),
    missed: 0,
    missedAt: [],
    missedTwiceSaid: false,
    overdueSaid: false,
    ...(reasonCode && { reasonCode }),
    ...(reverses !== undefined && { reverses }),
  };
  return { ...journey, transitionCount: journey.transitionCount + (approved ? 0 : 1), transition };
}

function escalated(journey: Active, event: CareEventOf<'TransitionEscalated'>): Active {
  const { cause, nextAt } = event.data;
  return withTransition(journey, (open) => {
    switch (cause) {
      case 'proposal-deadline':
        if (open.state !== 'proposed') return open;
        return { ...open, escalatedAt: event.recordedAt, deadlineAt: nextAt ?? open.deadlineAt };
      case 'did-not-attend-twice':
        return open.state === 'started' ? { ...open, missedTwiceSaid: true } : open;
      case 'hand-off-overdue':
        return open.state === 'started' ? { ...open, overdueSaid: true } : open;
    }
  });
}

function suspended(journey: Active, event: CareEventOf<'TransitionSuspended'>): Active {
  return withTransition(journey, (open) => {
    if (open.state === 'suspended') return open;
    const { transitionId, kind, from, to, grounds, by, reverses } = open;
    const suspendedAt = event.recordedAt;
    const move = { transitionId, kind, from, to, grounds, by, ...(reverses !== undefined && { reverses }) };
    return { ...move, state: 'suspended', suspendedAt, before: open };
  });
}

function regrounded(journey: OpenedJourney, event: CareEventOf<'TransitionRegrounded'>): OpenedJourney {
  const { transitionId, grounds, targetAt } = event.data;
  if (journey.status === 'active' && journey.transition?.transitionId === transitionId) {
    const after = withTransition(journey, (open) => ({ ...open, grounds }));
    return targetAt === undefined ? after : whileStarted(after, (open) => ({ ...open, targetAt }));
  }
  const completedTransitions = journey.completedTransitions.map((transition) =>
    transition.transitionId === transitionId ? { ...transition, grounds } : transition,
  );
  return { ...journey, completedTransitions };
}

function withTransition(journey: Active, change: (open: OpenTransition) => OpenTransition): Active {
  return journey.transition ? { ...journey, transition: change(journey.transition) } : journey;
}

function whileStarted(journey: Active, change: (open: StartedTransition) => StartedTransition): Active {
  return withTransition(journey, (open) => (open.state === 'started' ? change(open) : open));
}
