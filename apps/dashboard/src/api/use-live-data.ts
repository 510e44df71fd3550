import { Census } from '@stepway/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { refreshRows } from './episodes.ts';
import { capacityQuery, censusQuery } from './queries.ts';
import { refreshWorklist } from './worklist.ts';
import { useLiveEvents } from './use-live.ts';

/** Keeps everything that is loaded up to date with the stream of changes. Once for the whole page. */
export function useLiveData(): void {
  const client = useQueryClient();
  const waiting = useRef(new Set<string>());
  const running = useRef(false);

  /** At once, and never twice at the same time: what comes meanwhile goes with the next round. */
  const refresh = async () => {
    if (running.current) return;
    running.current = true;
    try {
      while (waiting.current.size > 0) {
        const ids = [...waiting.current];
        waiting.current.clear();
        for (const id of ids) void client.invalidateQueries({ queryKey: ['journey', id] });
        await Promise.all([refreshRows(client, ids), refreshWorklist(client, ids)]);
        // Rows come to a list and leave it by what happened to a journey: the list is asked for again.
        await client.invalidateQueries({ queryKey: ['day-list'] });
      }
    } catch {
      // The stream tells of a lost connection by itself, and asks for everything again once it is back.
      await client.invalidateQueries({ queryKey: ['episodes'] });
      await client.invalidateQueries({ queryKey: ['worklist'] });
    } finally {
      running.current = false;
    }
  };

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
        for (const id of event.data.episodeIds) waiting.current.add(id);
        void refresh();
        return;
      case 'episode':
        for (const id of event.data.episodeIds) waiting.current.add(id);
        void refresh();
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
