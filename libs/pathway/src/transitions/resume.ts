import type { OpenTransition, ProposedTransition, StartedTransition } from './state.ts';
import { fromMs, toMs, type Instant } from '../time.ts';

/** A move that waited goes on with the time it had left: its deadlines ask people, who were told to wait. */
export function resumed(transition: OpenTransition, at: Instant): OpenTransition {
  if (transition.state !== 'suspended') return transition;
  const { before, grounds, suspendedAt } = transition;
  const waited = { from: suspendedAt, to: at };
  if (before.state === 'started') return { ...handOffLaterBy(waited, before), grounds };
  return hasPassed(before)
    ? { ...before, grounds }
    : { ...before, grounds, deadlineAt: laterBy(waited, before.deadlineAt) };
}

/** Escalated without a further deadline: only a person goes on from here. */
export const hasPassed = ({ escalatedAt, deadlineAt }: ProposedTransition): boolean =>
  escalatedAt !== undefined && deadlineAt <= escalatedAt;

/** Whoever has an appointment at the next level has a place there, and waits no more. */
export function withPlace(open: StartedTransition, at: Instant): StartedTransition {
  const { waitingSince, ...begun } = open;
  return waitingSince === undefined ? open : handOffLaterBy({ from: waitingSince, to: at }, begun);
}

interface Waited {
  readonly from: Instant;
  readonly to: Instant;
}

const laterBy = ({ from, to }: Waited, instant: Instant): Instant =>
  fromMs(toMs(instant) + Math.max(0, toMs(to) - toMs(from)));

const handOffLaterBy = (waited: Waited, open: StartedTransition): StartedTransition => ({
  ...open,
  handOffDueAt: laterBy(waited, open.handOffDueAt),
  ...(open.targetAt && { targetAt: laterBy(waited, open.targetAt) }),
});
