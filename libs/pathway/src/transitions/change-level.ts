import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Journey } from '../journey.ts';
import type { OpenTransition } from './state.ts';
import { lastTold } from '../withdrawn-facts/told.ts';
import { levelFor } from '../episodes/level-for.ts';
import { cancelled } from './cancel.ts';
import { levelOf } from './level-of.ts';
import { inCare } from './open-move.ts';
import { kindOfMove, nextTransitionId, transitionStarted } from './start.ts';

/**
 * A person's override: a move to any level that is for the person's age, also on hold, for a reason; it takes the place of an open move.
 * The level itself changes when the person is first seen there. Asked again while it is under way, or told again
 * later: no news.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, ReasonRequired, UnknownLevel, LevelNotForAge,
 * SameLevel.
 */
export function changeLevelOfCare(
  journey: Journey,
  command: CommandOf<'ChangeLevelOfCare'>,
  context: Context,
): Decision {
  const { to, reasonCode, reason } = command;
  const { programme, now } = context;
  if (toldBefore(journey, command)) return nothingNew;
  const care = inCare(journey);
  if ('rejection' in care) return reject(care.rejection);
  const { active } = care;
  const { stay, transition: open } = active;
  const found = levelFor(active, to, now, context);
  if ('rejection' in found) return reject(found.rejection);
  if (to === stay.level) return reject({ type: 'SameLevel', level: to });
  if (reason === undefined) return reject({ type: 'ReasonRequired' });
  if (open && underWay(open, to)) return nothingNew;

  const kind = kindOfMove(levelOf(programme, stay.level), found.level);
  // A step up that a person takes over keeps the uses it stood on.
  const grounds = kind === 'step-up' && open?.kind === 'step-up' ? open.grounds : [];
  const move = { transitionId: nextTransitionId(active), kind, from: stay.level, to, grounds };
  const started = transitionStarted(active, move, programme, now);
  const events: NewEvent[] = open ? [cancelled(open.transitionId, 'override', now)] : [];
  return accept(...events, { ...started, data: { ...started.data, reasonCode, reason } });
}

/** An override to this level that was recorded since this one was decided: the same one, told again. */
const toldBefore = (journey: Journey, { to, reasonCode, occurredAt }: CommandOf<'ChangeLevelOfCare'>): boolean =>
  journey.status !== 'not-opened' &&
  lastTold(
    journey.told,
    ({ type, data, recordedAt }) =>
      type === 'TransitionStarted' && data.to === to && data.reasonCode === reasonCode && recordedAt >= occurredAt,
  ) !== undefined;

/** What a person decided begins at once, and waits for nothing. */
const underWay = (open: OpenTransition, to: string): boolean => open.by === 'person' && open.to === to;
