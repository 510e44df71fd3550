import { useSearch } from '@tanstack/react-router';
import { serverNow } from '../api/request.ts';
import { Today } from '../features/today/today.tsx';
import { useSiteTime } from '../frame/session.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function TodayPage() {
  const filters = useSearch({ from: '/today' });
  const time = useSiteTime();
  const now = serverNow();
  usePageTitle(t('screens.today'), time.day(now, now));
  return <Today filters={filters} />;
}
