import type { CommandEnvelope } from './commands.ts';
import type { Context } from './decision.ts';
import { evolve } from './evolve.ts';
import type { CareEvent, NewEvent } from './events.ts';
import type { Journey, OpenedJourney } from './journey.ts';

type Recorder = Pick<CommandEnvelope, 'actor' | 'commandId'>;

/** An event as the log will record it, as the `index`-th of this append. */
export function asRecorded(
  journey: Journey,
  event: NewEvent,
  index: number,
  { actor, commandId }: Recorder,
  context: Context,
): CareEvent {
  return {
    ...event,
    id: context.eventId(index),
    episodeId: journey.episodeId,
    version: journey.version + 1,
    recordedAt: context.now,
    actor,
    commandId,
  };
}

/**
 * The journey as it will be once these events, the first of one append, are recorded:
 * a decision that stands on its own facts reads them here.
 */
export function foldAhead(
  journey: OpenedJourney,
  events: readonly NewEvent[],
  recorder: Recorder,
  context: Context,
): OpenedJourney {
  return events.reduce<OpenedJourney>(
    (before, event, index) => evolve(before, asRecorded(before, event, index, recorder, context)),
    journey,
  );
}
