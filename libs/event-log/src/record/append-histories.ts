import { AppendRefused, codeOf } from '../errors.ts';
import type { EventLog } from '../event-log.ts';
import type { StreamAppend } from '../stream/prepare.ts';
import type { History } from './history.ts';

const eventsPerStatement = 2_000;

export interface HistoriesProgress {
  readonly journeys: number;
  readonly events: number;
}

export interface HistoriesResult extends HistoriesProgress {
  /** Written now. */
  readonly written: readonly string[];
  /** Already in the log, from an earlier import or otherwise: left as it was. */
  readonly skipped: readonly string[];
  /** Holds what another journey holds (the person has an open episode, a specimen is another person's): not written. */
  readonly refused: readonly string[];
}

/** Writes histories in bulk, many journeys in a statement. What is in the log already stays: doing it twice adds nothing. */
export async function appendHistories(
  log: EventLog,
  histories: Iterable<History>,
  onProgress?: (progress: HistoriesProgress) => void,
): Promise<HistoriesResult> {
  const written: string[] = [];
  const skipped: string[] = [];
  const refused: string[] = [];
  let events = 0;
  const queue = batches(histories);
  const writer = async (): Promise<void> => {
    for (const batch of queue) {
      const outcomes = await appendBatch(log, batch);
      for (const [index, append] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome === 'written') events += append.rows.length;
        const list = outcome === 'written' ? written : outcome === 'skipped' ? skipped : refused;
        list.push(append.episodeId);
      }
      onProgress?.({ journeys: written.length, events });
    }
  };
  // Two: one prepares its statement while the server is busy with the other's.
  await Promise.all([writer(), writer()]);
  return { written, skipped, refused, journeys: written.length, events };
}

type Outcome = 'written' | 'skipped' | 'refused';

async function appendBatch(log: EventLog, batch: readonly StreamAppend[]): Promise<readonly Outcome[]> {
  try {
    const lost = new Set(await log.appendAll(batch));
    return batch.map(({ episodeId }) => (lost.has(episodeId) ? 'skipped' : 'written'));
  } catch (error) {
    if (!isClaimConflict(error)) throw error;
    if (batch.length === 1) return ['refused'];
  }
  // One of them holds what another holds: find out which, one by one.
  const outcomes: Outcome[] = [];
  for (const append of batch) outcomes.push(...(await appendBatch(log, [append])));
  return outcomes;
}

/** `log.all_held` said no, or two journeys of the statement claim one key. */
const isClaimConflict = (error: unknown): boolean => codeOf(error) === 'SW001' || codeOf(error) === '21000';

function* batches(histories: Iterable<History>): Generator<StreamAppend[]> {
  let batch: StreamAppend[] = [];
  const seen = new Set<string>();
  let size = 0;
  for (const history of histories) {
    const append = history.written();
    if (append === undefined) continue;
    if (seen.has(append.episodeId)) throw new AppendRefused(append.episodeId, 'it has two histories');
    seen.add(append.episodeId);
    if (size > 0 && size + append.rows.length > eventsPerStatement) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(append);
    size += append.rows.length;
  }
  if (batch.length > 0) yield batch;
}
