import { useSearch } from '@tanstack/react-router';
import { OnCall } from '../features/on-call/on-call.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function OnCallPage() {
  const filters = useSearch({ from: '/on-call' });
  usePageTitle(t('screens.onCall'));
  return <OnCall filters={filters} />;
}
