import { useSearch } from '@tanstack/react-router';
import { WaitingList } from '../features/waiting-list/waiting-list.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function WaitingListPage() {
  const filters = useSearch({ from: '/waiting-list' });
  usePageTitle(t('screens.waitingList'));
  return <WaitingList filters={filters} />;
}
