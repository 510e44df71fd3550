import type { CompletedTransition, OpenTransition } from './state.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import { plusHours, type Instant } from '../time.ts';
import { cancelled } from './cancel.ts';

/**
 * A use on which a move stands was withdrawn (pathway §6). The use that took its place takes it here too; while a ground
 * is left the move stands on the rest.
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

/**
 * With a withdrawn use replaced by the standing one that holds its specimens, where there is one; a use collected
 * after the move was made is no ground of it.
 */
function groundsLeft(
  { uses }: OpenedJourney,
  grounds: readonly string[],
  withdrawn: ReadonlySet<string>,
  madeAt?: Instant,
): readonly string[] {
  const left = grounds.flatMap((useId) => {
    if (!withdrawn.has(useId)) return [useId];
    const { specimenIds = [] } = uses.find((use) => use.useId === useId) ?? {};
    const inItsPlace = uses.filter(
      (use) =>
        !use.withdrawn &&
        (madeAt === undefined || use.at <= madeAt) &&
        use.specimenIds.some((specimenId) => specimenIds.includes(specimenId)),
    );
    return inItsPlace.map((use) => use.useId);
  });
  return [...new Set(left)];
}

function openGroundsOwed(journey: OpenedJourney, open: OpenTransition, withdrawn: ReadonlySet<string>): Owed[] {
  if (!open.grounds.some((useId) => withdrawn.has(useId))) return [];
  const left = groundsLeft(journey, open.grounds, withdrawn);
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
  if (!grounds.some((useId) => withdrawn.has(useId))) return [];
  const left = groundsLeft(journey, grounds, withdrawn, made.completedAt);
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
