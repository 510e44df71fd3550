import type { CommandAnswer } from '@stepway/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { refreshRows } from '../api/episodes.ts';

const unchanging: readonly unknown[] = ['session', 'programmes', 'formulary', 'dry', 'episodes'];

/** Brings everything that is shown up to what was just written; the board's rows are read one by one. */
export async function showWhatWasWritten(client: QueryClient, { episodeId }: CommandAnswer): Promise<void> {
  await Promise.allSettled([
    client.invalidateQueries({ predicate: ({ queryKey }) => !unchanging.includes(queryKey[0]) }),
    refreshRows(client, [episodeId]),
  ]);
}
