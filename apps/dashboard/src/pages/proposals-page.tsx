import { useSearch } from '@tanstack/react-router';
import { Proposals } from '../features/proposals/proposals.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function ProposalsPage() {
  const filters = useSearch({ from: '/proposals' });
  usePageTitle(t('screens.proposals'));
  return <Proposals filters={filters} />;
}
