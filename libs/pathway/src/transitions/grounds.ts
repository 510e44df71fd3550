import { shareEvidence } from '../drug-testing/evidence.ts';
import type { CompletedTransition, OpenTransition } from './state.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Instant } from '../time.ts';
import { cancelled } from './cancel.ts';
import { reversalMoot, reversalOwed } from './reversal.ts';

/**
 * A use on which a move stands was withdrawn (pathway §6). The use that took its place takes it here too; while a ground
 * is left the move stands on the rest.
 * With none left an open move ends; to reverse one that was made is proposed to a person, never done silently.
 */
export function groundsOwed(journey: OpenedJourney): readonly Owed[] {
  const open = journey.status === 'active' ? journey.transition : undefined;
  const withdrawn = new Set(journey.uses.filter((use) => use.withdrawn).map((use) => use.useId));
  const moot = open ? reversalMoot(journey, open, withdrawn) : [];
  if (withdrawn.size === 0) return moot;
  return [
    ...moot,
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
    const gone = uses.find((use) => use.useId === useId);
    const inItsPlace = uses.filter(
      (use) =>
        !use.withdrawn && (madeAt === undefined || use.at <= madeAt) && gone !== undefined && shareEvidence(use, gone),
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
  return left.length > 0 ? [reground] : reversalOwed(journey, made);
}
