import type { CareEvent } from '@stepway/pathway';
import { gatesOf } from '../projection/records.ts';
import type { PlannedRows } from '../projection/plan.ts';
import type { Database } from '../table.ts';

type Folding = (events: readonly CareEvent[]) => PlannedRows | undefined;

/**
 * Folds a journey that is parked, or has to be, only as far as the live tables have it: the others must not wait for it,
 * and once it is let go, it goes on from there in all tables alike.
 */
export async function asFarAsLive(
  database: Database,
  fold: Folding,
): Promise<(events: readonly CareEvent[]) => Promise<PlannedRows | undefined>> {
  const { rows } = await database.query<{ episode_id: string }>('SELECT episode_id FROM read.parked');
  const parked = new Set(rows.map((row) => row.episode_id));
  const upToTheGate = async (episodeId: string, events: readonly CareEvent[]): Promise<PlannedRows | undefined> => {
    const [gate] = await gatesOf(database, [episodeId]);
    const live = events.filter(({ version }) => version <= (gate?.version ?? 0));
    try {
      return live.length === 0 ? undefined : fold(live);
    } catch {
      return undefined; // the projector parks it by itself, with the code of what is wrong
    }
  };
  return async (events) => {
    const [first] = events;
    if (first === undefined) return undefined;
    if (parked.has(first.episodeId)) return upToTheGate(first.episodeId, events);
    try {
      return fold(events);
    } catch {
      return upToTheGate(first.episodeId, events);
    }
  };
}
