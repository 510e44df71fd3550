import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { episodesQuery } from '../api/episodes.ts';
import { useNow } from '../api/now.ts';
import { censusQuery } from '../api/queries.ts';
import { worklistCountsQuery } from '../api/worklist.ts';
import { screenCounts } from './screen-counts.ts';
import { useSession } from './session.tsx';

/** The page has what it asked for when it asked for nothing more for so long; it is waited for at most so long. */
const [restMs, patienceMs] = [250, 3_000];

/** Whether the page has what it shows: before that nothing is asked for that it does not show. */
function useAfterThePage(): boolean {
  const rests = useIsFetching() === 0;
  const [after, setAfter] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), rests ? restMs : patienceMs);
    return () => clearTimeout(timer);
  }, [rests]);
  return after;
}

/** The counts beside the screens, as far as they may be known. */
export function useScreenCounts() {
  const { ask } = useSession().may;
  const now = useNow();
  const after = useAfterThePage();
  const { data: census } = useQuery({ ...censusQuery, enabled: ask.includes('episodes') });
  const { data: tasks } = useQuery({ ...worklistCountsQuery({}), enabled: ask.includes('worklistCounts') });
  const handOffs = useQuery({ ...episodesQuery('hand-offs'), enabled: after && ask.includes('handOffs') }).data;
  const proposals = useQuery({ ...episodesQuery('proposals'), enabled: after && ask.includes('proposals') }).data;
  // Where the page has everybody's rows, what they say is said beside them at once.
  const everybody = useQueryClient().getQueryData(episodesQuery('on-the-board').queryKey);
  return useMemo(
    () =>
      screenCounts({
        census: census?.rows,
        handOffs: (handOffs ?? (ask.includes('handOffs') ? everybody : undefined))?.values(),
        proposals: (proposals ?? (ask.includes('proposals') ? everybody : undefined))?.values(),
        tasks,
        now,
      }),
    [ask, census, everybody, handOffs, proposals, tasks, now],
  );
}
