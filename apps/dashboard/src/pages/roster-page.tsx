import { useSearch } from '@tanstack/react-router';
import { Roster } from '../features/roster/roster.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function RosterPage() {
  const filters = useSearch({ from: '/roster' });
  usePageTitle(t('screens.roster'));
  return <Roster filters={filters} />;
}
