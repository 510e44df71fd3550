import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { EventData } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { levelFor } from './level-for.ts';
import { sameContent } from '../same-content.ts';

/**
 * Opens an episode of care: from here the person waits to be admitted.
 * That a person has one open episode at most is held by a claim. Rejects: EpisodeAlreadyOpened, UnknownLevel,
 * LevelNotForAge, InTheFuture.
 */
export function openEpisode(journey: Journey, command: CommandOf<'OpenEpisode'>, context: Context): Decision {
  if (journey.status !== 'not-opened') {
    return openedSo(journey, command) ? nothingNew : reject({ type: 'EpisodeAlreadyOpened' });
  }
  const ahead = inTheFuture({ requestedAt: command.requestedAt }, context.now);
  if (ahead) return reject(ahead);
  const found = levelFor(command, command.entryLevel, command.occurredAt, context);
  if ('rejection' in found) return reject(found.rejection);

  const { type: _t, commandId: _c, actor: _a, occurredAt, ...data } = command;
  return accept({ type: 'EpisodeOpened', occurredAt, data: data satisfies EventData['EpisodeOpened'] });
}

const openedSo = (journey: OpenedJourney, command: CommandOf<'OpenEpisode'>): boolean =>
  journey.patientId === command.patientId &&
  journey.siteId === command.siteId &&
  journey.entryLevel === command.entryLevel &&
  sameContent(journey.programme, command.programme) &&
  journey.ageGroup === command.ageGroup &&
  journey.priority === command.priority &&
  journey.requested === command.requestedAt &&
  journey.openedAt === command.occurredAt;
