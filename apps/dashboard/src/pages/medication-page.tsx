import { useSearch } from '@tanstack/react-router';
import { DayList } from '../features/day-lists/day-list.tsx';
import { medicationKind } from '../features/day-lists/kinds.ts';
import { usePageTitle } from '../frame/top-bar.tsx';

export function MedicationPage() {
  const filters = useSearch({ from: '/medication' });
  usePageTitle(medicationKind.title());
  return <DayList kind={medicationKind} filters={filters} />;
}
