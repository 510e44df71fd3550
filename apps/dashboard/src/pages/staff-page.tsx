import { useSearch } from '@tanstack/react-router';
import { Staff } from '../features/staff/staff.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function StaffPage() {
  const filters = useSearch({ from: '/staff' });
  usePageTitle(t('screens.staff'));
  return <Staff filters={filters} />;
}
