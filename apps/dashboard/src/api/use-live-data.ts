import { Census } from '@stepway/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { refreshRows } from './episodes.ts';
import { capacityQuery, censusQuery } from './queries.ts';
import { inRounds } from './rounds.ts';
import { refreshWorklist } from './worklist.ts';
import { useLiveEvents } from './use-live.ts';

/** Reads again what is shown of these journeys. */
async function readAgain(client: QueryClient, ids: readonly string[]): Promise<void> {
  for (const id of ids) void client.invalidateQueries({ queryKey: ['journey', id] });
  // Rows come to these lists and leave them by what happened to a journey: they are asked for again.
  const lists = client.invalidateQueries({ queryKey: ['day-list'] });
  try {
    await Promise.all([refreshRows(client, ids), refreshWorklist(client, ids), lists]);
  } catch {
    // The stream tells of a lost connection by itself, and asks for everything again once it is back.
    await client.invalidateQueries({ queryKey: ['episodes'] });
    await client.invalidateQueries({ queryKey: ['worklist'] });
  }
}

/** Keeps everything that is loaded up to date with the stream of changes. Once for the whole page. */
export function useLiveData(): void {
  const client = useQueryClient();
  const [changed] = useState(() => inRounds((ids) => readAgain(client, ids)));

  /** Counts are asked for once a second at most, however many tasks change. */
  const counting = useRef(false);
  const countAgain = () => {
    if (counting.current) return;
    counting.current = true;
    setTimeout(() => {
      counting.current = false;
      void client.invalidateQueries({ queryKey: ['worklist-counts'] });
    }, 1_000);
  };

  useLiveEvents((event) => {
    switch (event.event) {
      case 'census':
        client.setQueryData<Census>(censusQuery.queryKey, event.data);
        void client.invalidateQueries({ queryKey: capacityQuery.queryKey });
        return;
      case 'task':
        countAgain();
        changed(event.data.episodeIds);
        return;
      case 'episode':
        changed(event.data.episodeIds);
        return;
      case 'refetch':
        // The past rests while somebody looks at it.
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'past' });
        return;
      case 'lag':
        return;
    }
  });
}
