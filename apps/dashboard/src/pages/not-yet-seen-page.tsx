import { useSearch } from '@tanstack/react-router';
import { NotYetSeen } from '../features/not-yet-seen/not-yet-seen.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function NotYetSeenPage() {
  const filters = useSearch({ from: '/not-yet-seen' });
  usePageTitle(t('screens.notYetSeen'));
  return <NotYetSeen filters={filters} />;
}
