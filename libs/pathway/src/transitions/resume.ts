import type { OpenTransition } from './state.ts';
import { fromMs, toMs, type Instant } from '../time.ts';

/** A move that waited goes on with the time it had left: its deadlines ask people, who were told to wait. */
export function resumed(transition: OpenTransition, at: Instant): OpenTransition {
  if (transition.state !== 'suspended') return transition;
  const waitedMs = Math.max(0, toMs(at) - toMs(transition.suspendedAt));
  const later = (instant: Instant): Instant => fromMs(toMs(instant) + waitedMs);

  const { before, grounds } = transition;
  if (before.state === 'proposed') return { ...before, grounds, deadlineAt: later(before.deadlineAt) };
  return {
    ...before,
    grounds,
    handOffDueAt: later(before.handOffDueAt),
    ...(before.targetAt && { targetAt: later(before.targetAt) }),
  };
}
