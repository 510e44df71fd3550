import type { Context } from '../decision.ts';
import type { EventData } from '../events.ts';
import { activeHold } from '../holds/decide.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { laterOf, type Instant } from '../time.ts';
import { usesLookedBackOver } from './guards/results.ts';
import { levelOf } from './level-of.ts';
import { unsettled } from './unsettled.ts';

/**
 * A step down that a rule brought waits while a result is unsettled, a hold is on, or a new use is within the
 * look-back (one that rules may not step up for), and goes on afterwards.
 * What a person decided does not wait: they saw what there was.
 */
export function suspensionsOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const open = journey.transition;
  if (open?.kind !== 'step-down' || open.by !== 'rule') return [];

  const { transitionId } = open;
  const lookedBackOver =
    usesLookedBackOver({ ...context, journey, level: levelOf(context.programme, open.from) }) ?? '';
  const cause = factToWaitFor(journey) ?? (lookedBackOver > journey.recordedAt ? 'new-use' : undefined);
  if (open.state !== 'suspended') {
    if (cause === undefined) return [];
    return [suspend(journey, transitionId, cause)];
  }
  // A fact ends the waiting when it comes; a use when its look-back has passed.
  if (factToWaitFor(journey) !== undefined) return [];
  return [resume(laterOf(lookedBackOver, journey.recordedAt), transitionId)];
}

type Cause = EventData['TransitionSuspended']['cause'];

const suspend = (journey: Active, transitionId: string, cause: Cause): Owed => ({
  at: journey.recordedAt,
  cause: 'now',
  subject: transitionId,
  make: ({ now }) => [{ type: 'TransitionSuspended', occurredAt: now, data: { transitionId, cause } }],
});

const resume = (at: Instant, transitionId: string): Owed => ({
  at,
  cause: 'guard-matures',
  subject: transitionId,
  make: ({ now }) => [{ type: 'TransitionResumed', occurredAt: now, data: { transitionId } }],
});

function factToWaitFor(journey: Active): Exclude<Cause, 'new-use'> | undefined {
  if (activeHold(journey)) return 'hold';
  const dispositions = unsettled(journey).map((result) => result.disposition);
  if (dispositions.includes('integrity-concern')) return 'integrity-concern';
  return dispositions.length > 0 ? 'unsettled-result' : undefined;
}
