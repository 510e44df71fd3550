import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { useSiteTitle } from '../api/directory.ts';
import { Marked } from '../texts/marked.tsx';
import { t } from '../texts/texts.ts';
import { CrisisChip } from './crisis-chip.tsx';
import { LagBadge } from './lag-badge.tsx';
import { LookBack } from './look-back.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { useSession } from './session.tsx';
import { palette } from './palette-store.ts';
import style from './frame.module.css';

export interface PageTitle {
  readonly title: string;
  readonly detail?: string;
}

export const TitleContext = createContext<(title: PageTitle) => void>(() => undefined);

/** Names the page in the top bar. The tab's title holds no person's name: it ends up in histories. */
export function usePageTitle(title: string, detail?: string): void {
  const setTitle = use(TitleContext);
  useEffect(() => {
    setTitle({ title, ...(detail === undefined ? {} : { detail }) });
    document.title = `${title} · Stepway`;
  }, [setTitle, title, detail]);
}

export function TopBar({ title, openKeys }: { readonly title: PageTitle; readonly openKeys: () => void }) {
  const { actor, may } = useSession();
  return (
    <header className={style.top}>
      <h1>{title.title}</h1>
      {title.detail !== undefined && <span className={`${style.detail} figure`}>{title.detail}</span>}
      <Site siteIds={actor.siteIds} />
      <CrisisChip />
      <span className={style.grow} />
      <UnstyledButton className={style.goTo} onClick={palette.open} aria-keyshortcuts="Control+K /">
        <IconSearch size={15} stroke={1.75} aria-hidden />
        <span className={style.goToWords}>{t('frame.goTo')}</span>
        <Kbd size="xs" aria-hidden>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      {may.ask.includes('episodes') && (
        <>
          <LookBack />
          <LagBadge />
        </>
      )}
      <LanguageSwitch />
      <SchemeSwitch />
      <ActionIcon
        variant="default"
        size={28}
        aria-label={t('keys.title')}
        title={t('keys.titleWithKey')}
        onClick={openKeys}
      >
        <IconKeyboard size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </header>
  );
}

function Site({ siteIds }: { readonly siteIds: readonly string[] }): ReactNode {
  const titleOf = useSiteTitle();
  const [only] = siteIds;
  if (only === undefined) return null;
  return (
    <span className={style.site}>
      <Marked
        text={
          siteIds.length === 1
            ? t('frame.site', { site: titleOf(only) })
            : t('frame.allSites', { number: siteIds.length })
        }
      />
    </span>
  );
}
