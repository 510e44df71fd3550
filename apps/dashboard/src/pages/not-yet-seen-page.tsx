import { useSearch } from '@tanstack/react-router';
import { useRows } from '../api/use-rows.ts';
import { handOffsOf } from '../features/not-yet-seen/hand-off.ts';
import { NotYetSeen } from '../features/not-yet-seen/not-yet-seen.tsx';
import { usePast } from '../frame/past.ts';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function NotYetSeenPage() {
  const filters = useSearch({ from: '/not-yet-seen' });
  const { data: rows } = useRows('hand-offs', usePast());
  usePageTitle(t('screens.notYetSeen'), rows && t('notYetSeen.between', { count: handOffsOf(rows.values()).length }));
  return <NotYetSeen filters={filters} />;
}
