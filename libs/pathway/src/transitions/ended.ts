import type { CareEventOf } from '../events.ts';
import type { Active } from '../journey.ts';
import { withDecision } from '../patient-decisions/evolve.ts';
import { cancelReasons } from '../vocabulary.ts';
import { reversal } from './considered.ts';

/** The open move ends before it is made. */
export function cancelled(journey: Active, event: CareEventOf<'TransitionCancelled'>): Active {
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

/** A person says that it will not be made. */
export function failed(journey: Active, event: CareEventOf<'TransitionFailed'>): Active {
  const { transitionId, kind } = event.data;
  const notMade = { transitionId, at: event.recordedAt };
  return {
    ...turnedDown(journey, event.occurredAt),
    failedMove: notMade,
    ...(kind === 'step-up' && { stepUpNotMade: notMade }),
  };
}

/** A step down that a person turned down stays down: rules do not bring it up again by themselves. */
export function turnedDown(journey: Active, at: string): Active {
  const down = journey.transition?.kind === 'step-down' && journey.transition.reverses === undefined;
  return { ...journey, transition: undefined, ...(down && { stepDownRetainedAt: at }) };
}
