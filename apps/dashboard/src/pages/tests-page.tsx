import { useSearch } from '@tanstack/react-router';
import { DayList } from '../features/day-lists/day-list.tsx';
import { testsKind } from '../features/day-lists/kinds.ts';
import { usePageTitle } from '../frame/top-bar.tsx';

export function TestsPage() {
  const filters = useSearch({ from: '/tests' });
  usePageTitle(testsKind.title());
  return <DayList kind={testsKind} filters={filters} />;
}
