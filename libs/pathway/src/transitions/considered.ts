import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { CompletedTransition } from './state.ts';

/** What was considered is remembered where it is asked for again: with the use, the stay, or the move to go back from. */
export function considered(journey: OpenedJourney, event: CareEventOf<'TransitionConsidered'>): OpenedJourney {
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

/** What came of considering to go back from a move that was made. */
export function reversal<Of extends OpenedJourney>(
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
