import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { CareEvent, NewEventOf } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';
import { ageGroupAt } from '../person/age.ts';
import { sameContent } from '../same-content.ts';
import { lastTold } from '../withdrawn-facts/told.ts';
import { counterparts } from './counterparts.ts';

/**
 * Moves a journey to another published version: from here it is judged by that one, its results too. What was decided,
 * and deadlines that people were given, stay; what follows by the new rules follows at once. Nobody's level changes: the
 * level that takes the place of the present one is of the same kind. There already, or told
 * before: no news.
 * Rejects: EpisodeNotOpened, ProgrammeNotPublished, UnknownLevel (in the names given), LevelHasNoCounterpart,
 * LevelOfAnotherKind, LevelNotForAge, OpenMoveInTheWay.
 */
export function moveToProgrammeVersion(
  journey: Journey,
  command: CommandOf<'MoveToProgrammeVersion'>,
  context: Context,
): Decision {
  const { programme: wanted, levels: named = {}, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (sameContent(journey.programme, wanted)) return nothingNew;
  const same = (event: CareEvent): boolean =>
    event.type === 'MovedToProgrammeVersion' && event.occurredAt === occurredAt && sameContent(event.data.to, wanted);
  if (lastTold(journey.told, same)) return nothingNew;
  const programme = context.published?.(wanted);
  if (programme === undefined) return reject({ type: 'ProgrammeNotPublished', programme: wanted });
  const age = ageGroupAt(journey, context.now, context.calendar);
  const found = counterparts(journey, { from: context.programme, to: programme, named, age });
  if ('rejection' in found) return reject(found.rejection);

  const moved: NewEventOf<'MovedToProgrammeVersion'> = {
    type: 'MovedToProgrammeVersion',
    occurredAt,
    data: { from: journey.programme, to: wanted, levels: found.levels, ...(reason && { reason }) },
  };
  const after = foldAhead(journey, [moved], command, context);
  return accept(moved, ...judgeAgain(after, { ...context, programme }, 1));
}
