import { useParams, useSearch } from '@tanstack/react-router';
import { Programmes } from '../features/programmes/programmes.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

/** Of no programme in particular: the first. */
export function ProgrammesPage() {
  const filters = useSearch({ from: '/programmes' });
  usePageTitle(t('screens.programmes'));
  return <Programmes filters={filters} />;
}

export function ProgrammePage() {
  const { id, version } = useParams({ from: '/programmes/$id/{-$version}' });
  const filters = useSearch({ from: '/programmes/$id/{-$version}' });
  usePageTitle(t('screens.programmes'));
  return <Programmes filters={filters} id={id} version={version === undefined ? undefined : Number(version)} />;
}
