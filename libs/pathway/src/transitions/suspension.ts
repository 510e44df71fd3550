import type { EventData } from '../events.ts';
import { activeHold } from '../holds/decide.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { unsettled } from './unsettled.ts';

/**
 * A step down that a rule brought waits while a result is unsettled or a hold is on, and goes on afterwards.
 * What a person decided does not wait: they saw what there was.
 */
export function suspensionsOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const open = journey.transition;
  if (open?.kind !== 'step-down' || open.by !== 'rule') return [];

  const { transitionId } = open;
  const cause = causeToWait(journey);
  if (open.state !== 'suspended' && cause !== undefined) {
    return [
      {
        at: journey.recordedAt,
        cause: 'now',
        subject: transitionId,
        make: ({ now }) => [{ type: 'TransitionSuspended', occurredAt: now, data: { transitionId, cause } }],
      },
    ];
  }
  if (open.state === 'suspended' && cause === undefined) {
    return [
      {
        at: journey.recordedAt,
        cause: 'now',
        subject: transitionId,
        make: ({ now }) => [{ type: 'TransitionResumed', occurredAt: now, data: { transitionId } }],
      },
    ];
  }
  return [];
}

function causeToWait(journey: Active): EventData['TransitionSuspended']['cause'] | undefined {
  if (activeHold(journey)) return 'hold';
  const dispositions = unsettled(journey).map((result) => result.disposition);
  if (dispositions.includes('integrity-concern')) return 'integrity-concern';
  return dispositions.length > 0 ? 'unsettled-result' : undefined;
}
