import { useSearch } from '@tanstack/react-router';
import { Audit } from '../features/audit/audit.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function AuditPage() {
  const filters = useSearch({ from: '/audit' });
  usePageTitle(t('screens.audit'));
  return <Audit filters={filters} />;
}
