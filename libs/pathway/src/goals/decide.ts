import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';
import { levelAt } from '../transitions/level-of.ts';
import type { GoalText } from './commands.ts';
import type { Goal } from './state.ts';

/**
 * Sets goals for the level at which the person was when they were agreed; before admission, for the entry level.
 * A goal known already is no news. With another domain or other words it is a conflict: a goal is not reworded, it is
 * withdrawn and another is set. Words are compared by their fingerprints, where both have one.
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
    [...journey.goals, ...added].some((known) => known.goalId === goal.goalId && toldOtherwise(known, goal)),
  );
  if (conflict) return reject({ type: 'GoalConflict', goalId: conflict.goalId });
  if (added.length === 0) return nothingNew;
  if (endedBefore(journey, occurredAt)) return reject({ type: 'EpisodeDischarged' });

  const level = levelAt(journey, occurredAt);
  return accept({ type: 'GoalsSet', occurredAt, data: { level, goals: added, ...(reason && { reason }) } });
}

type Told = Pick<GoalText<unknown>, 'domain' | 'fingerprint'>;

/** Sealed words look different each time; an event from before there were fingerprints cannot be compared. */
const toldOtherwise = (known: Told, goal: Told): boolean =>
  known.domain !== goal.domain ||
  (known.fingerprint !== undefined && goal.fingerprint !== undefined && known.fingerprint !== goal.fingerprint);

const endedBefore = (journey: OpenedJourney, at: Instant): boolean =>
  journey.status === 'discharged' && at > journey.dischargedAt;

/**
 * Records that a goal was reached. Reached already, or this told before: no news.
 * Rejects: EpisodeNotOpened, UnknownGoal, GoalNotOpen (it was withdrawn).
 */
export function completeGoal(journey: Journey, command: CommandOf<'CompleteGoal'>): Decision {
  const { goalId, evidence, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const goal = goalOf(journey, goalId);
  if (goal === undefined) return reject({ type: 'UnknownGoal', goalId });
  if (goal.state === 'achieved' || toldBefore(goal, 'achieved', occurredAt)) return nothingNew;
  if (goal.state === 'withdrawn') return reject({ type: 'GoalNotOpen', goalId, state: goal.state });

  return accept({
    type: 'GoalCompleted',
    occurredAt,
    data: { goalId, ...(evidence && { evidence }), ...(reason && { reason }) },
  });
}

/**
 * Takes up a goal again that was achieved or withdrawn. Open already, or this told before: no news.
 * A step down that a rule began on it ends. Rejects: EpisodeNotOpened, UnknownGoal, EpisodeDischarged.
 */
export function reopenGoal(journey: Journey, command: CommandOf<'ReopenGoal'>): Decision {
  const { goalId, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const goal = goalOf(journey, goalId);
  if (goal === undefined) return reject({ type: 'UnknownGoal', goalId });
  if (goal.state === 'open' || toldBefore(goal, 'open', occurredAt)) return nothingNew;
  if (endedBefore(journey, occurredAt)) return reject({ type: 'EpisodeDischarged' });

  return accept({ type: 'GoalReopened', occurredAt, data: { goalId, ...(reason && { reason }) } });
}

/**
 * A goal that is none any more, for a reason that is kept with it: it no longer stands against a step down
 * (pathway §7). Withdrawn already, or this told before: no news.
 * Rejects: EpisodeNotOpened, UnknownGoal, GoalNotOpen (it was achieved), ReasonRequired, EpisodeDischarged.
 */
export function withdrawGoal(journey: Journey, command: CommandOf<'WithdrawGoal'>): Decision {
  const { goalId, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const goal = goalOf(journey, goalId);
  if (goal === undefined) return reject({ type: 'UnknownGoal', goalId });
  if (goal.state === 'withdrawn' || toldBefore(goal, 'withdrawn', occurredAt)) return nothingNew;
  if (goal.state === 'achieved') return reject({ type: 'GoalNotOpen', goalId, state: goal.state });
  if (reason === undefined) return reject({ type: 'ReasonRequired' });
  if (endedBefore(journey, occurredAt)) return reject({ type: 'EpisodeDischarged' });

  return accept({ type: 'GoalWithdrawn', occurredAt, data: { goalId, reason } });
}

const goalOf = ({ goals }: OpenedJourney, goalId: string): Goal | undefined =>
  goals.find((known) => known.goalId === goalId);

/** The same change of the same moment, told once more after others followed it. */
const toldBefore = ({ changes }: Goal, to: Goal['state'], at: Instant): boolean =>
  changes.some((change) => change.to === to && change.at === at);
