import type { CareEventOf } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { CompletedTransition, OpenTransition, StartedTransition } from './state.ts';
import { withDecision } from '../patient-decisions/evolve.ts';
import { cancelReasons } from '../vocabulary.ts';
import { completed } from './complete.ts';
import { resumed } from './resume.ts';

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
      return whileStarted(journey, (open) => ({ ...open, appointmentAt: event.data.appointmentAt }));
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

function considered(journey: OpenedJourney, event: CareEventOf<'TransitionConsidered'>): OpenedJourney {
  const { about, rules, outcome, useId, trigger, to, reverses } = event.data;
  const decisionCount = journey.decisionCount + 1;
  const at = event.recordedAt;

  if (reverses !== undefined)
    return { ...reversal(journey, reverses, outcome === 'proposed' ? 'proposed' : 'task'), decisionCount };
  if (about === 'step-down') {
    if (journey.status !== 'active') return { ...journey, decisionCount };
    const target = to === undefined ? {} : { to };
    const stepDownConsidered = { at, reasonEventId: trigger.eventId, rules, outcome, ...target };
    return { ...journey, decisionCount, stepDownConsidered };
  }
  const onHold = rules.some(({ rule, held }) => rule === 'no-hold' && held !== true);
  const first = rules.find(({ held }) => held !== true);
  const awaits = first?.rule === 'withdrawal-risk' && first.held === 'unknown';
  const considered = { at, outcome, onHold, ...(awaits && { awaitsWithdrawalCheck: true as const }) };
  const uses = journey.uses.map((use) =>
    use.useId === useId ? { ...use, considered: { ...considered, drugClasses: use.drugClasses } } : use,
  );
  return { ...journey, decisionCount, uses };
}

function reversal<Of extends OpenedJourney>(
  journey: Of,
  transitionId: string | undefined,
  came: CompletedTransition['reversal'],
): Of {
  const completedTransitions = journey.completedTransitions.map((made) => {
    if (made.transitionId !== transitionId) return made;
    const { reversal: _before, ...known } = made;
    return { ...known, ...(came && { reversal: came }) };
  });
  return { ...journey, completedTransitions };
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

function cancelled(journey: Active, event: CareEventOf<'TransitionCancelled'>): Active {
  const { cause } = event.data;
  if (cause === 'patient-declined') return declinedByThePerson(journey, event);
  if (cancelReasons.some((reason) => reason === cause)) return turnedDown(journey, event.occurredAt);
  // Where its grounds stand again, or a crisis came first, going back is considered anew should it come to that.
  const known =
    cause === 'grounds-withdrawn' || cause === 'crisis'
      ? reversal(journey, journey.transition?.reverses, undefined)
      : journey;
  return { ...known, transition: undefined };
}

/** What the person says to less support is a guard of it (pathway §7); more support that they decline leaves a plan. */
function declinedByThePerson(journey: Active, event: CareEventOf<'TransitionCancelled'>): Active {
  const { id: eventId, recordedAt, occurredAt: at, data } = event;
  const { transitionId } = data;
  const kind = journey.transition?.kind;
  const said = journey.patientDecisions.some(
    (known) => known.transitionId === transitionId && known.decision === 'declines',
  );
  const declines = { decision: 'declines', transitionId, ...(kind && { kind }), at, recordedAt, eventId } as const;
  return {
    ...journey,
    transition: undefined,
    ...(!said && { patientDecisions: withDecision(journey, declines) }),
    ...(kind === 'step-up' && { stepUpNotMade: { transitionId, at: recordedAt } }),
  };
}

function failed(journey: Active, event: CareEventOf<'TransitionFailed'>): Active {
  const { transitionId, kind } = event.data;
  const notMade = { transitionId, at: event.recordedAt };
  return {
    ...turnedDown(journey, event.occurredAt),
    failedMove: notMade,
    ...(kind === 'step-up' && { stepUpNotMade: notMade }),
  };
}

/** A step down that a person turned down stays down: rules do not bring it up again by themselves. */
function turnedDown(journey: Active, at: string): Active {
  const down = journey.transition?.kind === 'step-down' && journey.transition.reverses === undefined;
  return { ...journey, transition: undefined, ...(down && { stepDownRetainedAt: at }) };
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
