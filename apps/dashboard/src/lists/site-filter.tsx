import { useSiteTitle } from '../api/directory.ts';
import { useSession } from '../frame/session.tsx';
import { Choice } from '../frame/toolbar.tsx';
import { t } from '../texts/texts.ts';

interface SiteFilterProps {
  readonly value: string | undefined;
  readonly choose: (site: string | undefined) => void;
}

/** One site, or any of those of who is signed in; nothing to choose where there is one. */
export function SiteFilter({ value, choose }: SiteFilterProps) {
  const { siteIds } = useSession().actor;
  const titleOf = useSiteTitle();
  if (siteIds.length < 2) return null;
  return (
    <Choice
      words={(chosen) => t('lists.site', { chosen })}
      options={[{ id: undefined, words: t('lists.any') }, ...siteIds.map((id) => ({ id, words: titleOf(id) }))]}
      value={value}
      choose={choose}
    />
  );
}
