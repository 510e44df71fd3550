import { useSiteTitle } from '../api/directory.ts';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';

/** The sites of who is signed in, in words: "Main site", "All sites". */
export function useOwnSites(): string {
  const { actor, deployment } = useSession();
  const titleOf = useSiteTitle();
  if (actor.siteIds.length === deployment.siteIds.length && actor.siteIds.length > 1) return t('signIn.everySite');
  return actor.siteIds.map(titleOf).join(', ');
}
