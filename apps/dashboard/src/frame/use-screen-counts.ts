import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { episodesQuery } from '../api/episodes.ts';
import { useNow } from '../api/now.ts';
import { censusQuery } from '../api/queries.ts';
import { worklistCountsQuery } from '../api/worklist.ts';
import { screenCounts } from './screen-counts.ts';
import { useSession } from './session.tsx';

/** So long the page has for itself, before lists are asked for that it does not show. */
const afterThePageMs = 3_000;

/** The counts beside the screens, as far as they may be known. */
export function useScreenCounts() {
  const { ask } = useSession().may;
  const now = useNow();
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), afterThePageMs);
    return () => clearTimeout(timer);
  }, []);
  const { data: census } = useQuery({ ...censusQuery, enabled: ask.includes('episodes') });
  const { data: tasks } = useQuery({ ...worklistCountsQuery({}), enabled: ask.includes('worklistCounts') });
  const handOffs = useQuery({ ...episodesQuery('hand-offs'), enabled: later && ask.includes('handOffs') }).data;
  const proposals = useQuery({ ...episodesQuery('proposals'), enabled: later && ask.includes('proposals') }).data;
  return useMemo(
    () =>
      screenCounts({
        census: census?.rows,
        handOffs: handOffs?.values(),
        proposals: proposals?.values(),
        tasks,
        now,
      }),
    [census, handOffs, proposals, tasks, now],
  );
}
