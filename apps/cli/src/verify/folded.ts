import { evolve, notOpened, type CareEvent, type Journey, type OpenedJourney } from '@stepway/pathway';
import type { Stack } from '../stack.ts';

/** Every journey of the log, as its events add up. */
export async function* foldedJourneys({ log }: Pick<Stack, 'log'>): AsyncGenerator<OpenedJourney> {
  for await (const events of log.readJourneys()) {
    const journey = folded(events);
    if (journey.status !== 'not-opened') yield journey;
  }
}

export async function foldedJourney({ log }: Pick<Stack, 'log'>, episodeId: string): Promise<Journey> {
  const { events } = await log.readStream(episodeId);
  return events.length === 0 ? notOpened(episodeId) : folded(events);
}

const folded = (events: readonly CareEvent[]): Journey =>
  events.reduce<Journey>(evolve, notOpened(events[0]?.episodeId ?? ''));
