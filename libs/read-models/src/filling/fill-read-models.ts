import type { Pool } from 'pg';
import { rebuild, type RebuildOptions, type RebuildReport } from '../rebuild/rebuild.ts';
import { markOtherShapes, noteFilling, readFilling } from './coverage.ts';
import { codeOf } from '../projection/parked.ts';

type FillOptions = Pick<RebuildOptions, 'pool' | 'contextFor' | 'readJourneys' | 'readEvents' | 'onProgress'>;

/** Progress is written down at most so often. */
const noteEveryMs = 250;

/**
 * Fills the read models that do not hold what the whole log says, in the rows of this build: beside the tables, which live work goes on to
 * write, and then in their place. How far it is stands in `read.coverage`.
 * @returns undefined if all are whole
 * @throws RebuildUnderWay, and whatever keeps it from being filled: its code stands in `read.coverage` then
 */
export async function fillReadModels({
  pool,
  onProgress,
  ...sources
}: FillOptions): Promise<RebuildReport | undefined> {
  const filling = await readFilling(pool);
  if (filling.length === 0) return undefined;
  await markOtherShapes(pool);
  const tables = filling.flatMap((one) => one.tables);
  const of = await journeysInLog(pool);
  let journeys = 0;
  let notedAt = -Infinity;
  const note = async (trouble: string | null): Promise<void> => {
    // What cannot be written down is only not seen.
    await noteFilling(pool, tables, { journeys: Math.min(journeys, of), of, trouble }).catch(() => undefined);
  };
  try {
    return await rebuild({
      ...sources,
      pool,
      models: filling.map(({ model }) => model),
      swap: 'unseen',
      onProgress: (progress) => {
        onProgress?.(progress);
        journeys = progress.journeys;
        if (performance.now() - notedAt < noteEveryMs) return;
        notedAt = performance.now();
        void note(null);
      },
    });
  } catch (error) {
    const code = codeOf(error) ?? 'UNKNOWN';
    // Another one works on the same tables, perhaps to the same end: it says itself how far it is.
    if (code !== 'REBUILD_UNDER_WAY') await note(code);
    throw error;
  }
}

async function journeysInLog(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ of: number }>('SELECT count(*)::int AS of FROM log.stream');
  return rows[0]?.of ?? 0;
}
