import { Outlet, useNavigate } from '@tanstack/react-router';
import { spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useLiveData } from '../api/use-live-data.ts';
import { useKeys, useKeySequences } from './keys.ts';
import { KeysSheet } from './keys-sheet.tsx';
import { t } from '../texts/texts.ts';
import { Navigation } from './navigation.tsx';
import { useScreens } from './screens.ts';
import { Notices } from './notices.tsx';
import { Palette } from './palette.tsx';
import { TitleContext, TopBar, type PageTitle } from './top-bar.tsx';
import style from './frame.module.css';

/** What stands around every screen: navigation, top bar, notices, palette, keys. */
export function Frame() {
  const navigate = useNavigate();
  const [title, setTitle] = useState<PageTitle>({ title: t('screens.board') });
  const [keysOpened, setKeysOpened] = useState(false);
  const goTo = (event: KeyboardEvent) => {
    event.preventDefault();
    spotlight.open();
  };

  useLiveData();
  useKeySequences();
  useKeys({
    'mod+k': goTo,
    '/': goTo,
    '?': () => setKeysOpened(true),
    ...Object.fromEntries(useScreens().map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  });

  return (
    <TitleContext value={setTitle}>
      <a className={style.skip} href="#main">
        {t('frame.toContent')}
      </a>
      <div className={style.frame}>
        <Navigation />
        <div className={style.page}>
          <TopBar title={title} openKeys={() => setKeysOpened(true)} />
          <Notices />
          <main id="main" className={style.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Palette />
      <KeysSheet opened={keysOpened} close={() => setKeysOpened(false)} />
    </TitleContext>
  );
}
