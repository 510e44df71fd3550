import type { CommandOf } from '../commands.ts';
import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Rejection } from '../rejections.ts';

type Entering = Pick<CommandOf<'ReopenEpisode'>, 'level' | 'attendedAt' | 'actor' | 'reason'>;

/** Whether somebody may begin at a level. */
export function mayEnter(
  _journey: OpenedJourney,
  { level }: Entering,
  { programme }: Context,
): { readonly overridden: object } | { readonly rejection: Rejection } {
  if (programme.levels[level] !== undefined) return { overridden: {} };
  return { rejection: { type: 'UnknownLevel', level, levels: Object.keys(programme.levels) } };
}
