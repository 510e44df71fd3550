import { closed } from '../episodes/evolve.ts';
import type { CareEventOf } from '../events.ts';
import type { Active } from '../journey.ts';
import type { Stay } from '../episodes/state.ts';

/** The level changes: one stay ends and the next begins at the first attended service. */
export function completed(journey: Active, event: CareEventOf<'TransitionCompleted'>): Active {
  const { transitionId, kind, from, to, attendedAt } = event.data;
  const open = journey.transition;
  const stay: Stay = { level: to, since: attendedAt };
  return {
    ...journey,
    transition: undefined,
    stepDownConsidered: undefined,
    stepDownRetainedAt: undefined,
    stay,
    stays: [...closed(journey.stays, attendedAt), stay],
    completedTransitions: [
      ...journey.completedTransitions,
      {
        transitionId,
        kind,
        from,
        to,
        grounds: open?.grounds ?? [],
        by: open?.by ?? 'person',
        ...(open?.reverses !== undefined && { reverses: open.reverses }),
        startedAt: startedAt(open) ?? event.recordedAt,
        completedAt: attendedAt,
      },
    ],
  };
}

function startedAt(open: Active['transition']): string | undefined {
  if (open?.state === 'suspended') return startedAt(open.before);
  return open?.state === 'started' ? open.startedAt : undefined;
}
