import { exclusionsThatHold } from '../assessments/candidacy.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { OpenedJourney } from '../journey.ts';
import type { ExclusionCriterion } from '../programme/entry.ts';
import type { Rejection } from '../rejections.ts';
import type { Role } from '../vocabulary.ts';
import { levelFor } from './level-for.ts';

const medicalRoles: readonly Role[] = ['prescriber', 'nurse', 'medical-director'];

type Entering = Pick<CommandOf<'Admit' | 'ReopenEpisode'>, 'level' | 'attendedAt' | 'actor' | 'reason'>;

/**
 * Whether care may begin at a level, with the exclusions that a medical role has overridden. An exclusion of the level that
 * holds by the assessments stands against it, unless a medical role gives a reason; what nobody answered does not.
 * Rejects: UnknownLevel, LevelNotForAge, InTheFuture, ExclusionHolds.
 */
export function mayEnter(
  journey: OpenedJourney,
  { level, attendedAt, actor, reason }: Entering,
  context: Context,
):
  | { readonly overridden: { readonly exclusionsOverridden?: readonly ExclusionCriterion[] } }
  | { readonly rejection: Rejection } {
  const found = levelFor(journey, level, attendedAt, context);
  if ('rejection' in found) return found;
  const ahead = inTheFuture({ attendedAt }, context.now);
  if (ahead) return { rejection: ahead };
  const exclusions = exclusionsThatHold(found.level.entry, journey);
  if (exclusions.length === 0) return { overridden: {} };
  if (medicalRoles.includes(actor.role) && reason) return { overridden: { exclusionsOverridden: exclusions } };
  return { rejection: { type: 'ExclusionHolds', level, exclusions, needs: medicalRoles } };
}
