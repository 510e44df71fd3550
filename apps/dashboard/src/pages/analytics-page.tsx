import { useParams, useSearch } from '@tanstack/react-router';
import { Analytics } from '../features/analytics/analytics.tsx';
import { isGroup } from '../features/analytics/filters.ts';
import { NotFound } from '../frame/not-found.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function AnalyticsPage() {
  const { group } = useParams({ from: '/analytics/$group' });
  const filters = useSearch({ from: '/analytics/$group' });
  usePageTitle(t('screens.analytics'));
  return isGroup(group) ? <Analytics group={group} filters={filters} /> : <NotFound />;
}
