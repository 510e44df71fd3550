import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';

/**
 * Sets goals for the level at which the person was when they were agreed; before admission, for the entry level.
 * A goal known already, of the same domain, is no news (its text is sealed, so it cannot be compared).
 * Rejects: EpisodeNotOpened, EpisodeDischarged, GoalConflict.
 */
export function setGoals(journey: Journey, command: CommandOf<'SetGoals'>): Decision {
  const { goals, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });

  const added = goals.filter((goal, index) => {
    const first = goals.findIndex((other) => other.goalId === goal.goalId) === index;
    return first && !journey.goals.some((known) => known.goalId === goal.goalId);
  });
  const conflict = goals.find((goal) =>
    [...journey.goals, ...added].some((known) => known.goalId === goal.goalId && known.domain !== goal.domain),
  );
  if (conflict) return reject({ type: 'GoalConflict', goalId: conflict.goalId });
  if (added.length === 0) return nothingNew;
  if (journey.status === 'discharged' && occurredAt > journey.dischargedAt)
    return reject({ type: 'EpisodeDischarged' });

  const level = levelAt(journey, occurredAt);
  return accept({ type: 'GoalsSet', occurredAt, data: { level, goals: added, ...(reason && { reason }) } });
}

function levelAt(journey: OpenedJourney, at: Instant): string {
  const then = journey.stays.find((stay) => stay.since <= at && (stay.until === undefined || at < stay.until));
  return (then ?? journey.stays.at(-1))?.level ?? journey.entryLevel;
}

/** Records that a goal was reached. Reached already: no news. Rejects: EpisodeNotOpened, UnknownGoal. */
export function completeGoal(journey: Journey, command: CommandOf<'CompleteGoal'>): Decision {
  const { goalId, evidence, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const goal = journey.goals.find((known) => known.goalId === goalId);
  if (goal === undefined) return reject({ type: 'UnknownGoal', goalId });
  if (goal.state === 'achieved') return nothingNew;

  return accept({
    type: 'GoalCompleted',
    occurredAt,
    data: { goalId, ...(evidence && { evidence }), ...(reason && { reason }) },
  });
}
