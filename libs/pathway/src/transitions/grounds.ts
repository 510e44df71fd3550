import type { CompletedTransition, OpenedJourney, OpenTransition } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import { plusHours } from '../time.ts';
import { cancelled } from './cancel.ts';

/**
 * A use on which a move stands was withdrawn (pathway §6). While a ground is left the move stands on the rest.
 * With none left an open move ends; one that was made is a person's to look at, never silently reversed.
 */
export function groundsOwed(journey: OpenedJourney): readonly Owed[] {
  const withdrawn = new Set(journey.uses.filter((use) => use.withdrawn).map((use) => use.useId));
  if (withdrawn.size === 0) return [];
  const open = journey.status === 'active' ? journey.transition : undefined;
  return [
    ...(open ? openGroundsOwed(journey, open, withdrawn) : []),
    ...journey.completedTransitions.flatMap((made) => madeGroundsOwed(journey, made, withdrawn)),
  ];
}

function openGroundsOwed(journey: OpenedJourney, open: OpenTransition, withdrawn: ReadonlySet<string>): Owed[] {
  const left = open.grounds.filter((useId) => !withdrawn.has(useId));
  if (left.length === open.grounds.length) return [];
  // What a person decided does not fall with the uses that joined it.
  const falls = left.length === 0 && open.by === 'rule';
  return [
    {
      at: journey.recordedAt,
      cause: 'now',
      subject: open.transitionId,
      make: ({ now }) =>
        falls
          ? [cancelled(open.transitionId, 'grounds-withdrawn', now)]
          : [
              {
                type: 'TransitionRegrounded',
                occurredAt: now,
                data: { transitionId: open.transitionId, grounds: left },
              },
            ],
    },
  ];
}

function madeGroundsOwed(
  journey: OpenedJourney,
  made: CompletedTransition,
  withdrawn: ReadonlySet<string>,
): readonly Owed[] {
  const { transitionId, grounds } = made;
  const left = grounds.filter((useId) => !withdrawn.has(useId));
  if (left.length === grounds.length) return [];
  const reground: Owed = {
    at: journey.recordedAt,
    cause: 'now',
    subject: transitionId,
    make: ({ now }) => [{ type: 'TransitionRegrounded', occurredAt: now, data: { transitionId, grounds: left } }],
  };
  if (left.length > 0) return [reground];
  if (!notAsked(journey, 'review-completed-move', transitionId)) return [];
  return [
    {
      at: journey.recordedAt,
      cause: 'now',
      subject: transitionId,
      make: ({ now, programme }) => [
        openTask(
          journey,
          {
            kind: 'review-completed-move',
            role: 'therapist',
            subject: transitionId,
            dueAt: plusHours(now, programme.deadlines.reviewHours),
          },
          now,
        ),
      ],
    },
  ];
}
