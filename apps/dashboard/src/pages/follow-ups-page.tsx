import { useSearch } from '@tanstack/react-router';
import { DayList } from '../features/day-lists/day-list.tsx';
import { followUpsKind } from '../features/day-lists/kinds.ts';
import { usePageTitle } from '../frame/top-bar.tsx';

export function FollowUpsPage() {
  const filters = useSearch({ from: '/follow-ups' });
  usePageTitle(followUpsKind.title());
  return <DayList kind={followUpsKind} filters={filters} />;
}
