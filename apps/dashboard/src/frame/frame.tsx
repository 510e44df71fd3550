import { Notifications } from '@mantine/notifications';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useLiveData } from '../api/use-live-data.ts';
import { DialogHost } from '../dialogs/dialog-host.tsx';
import { undoLatest } from '../dialogs/undo-latest.ts';
import { isField, useKeys, useKeySequences } from './keys.ts';
import { IdleGuard } from './idle-guard.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { t } from '../texts/texts.ts';
import { Navigation } from './navigation.tsx';
import { PastContext, useLookAt, usePast, type PastOfScreen } from './past.ts';
import { NowOnly } from './now-only.tsx';
import { NotForYou } from './not-found.tsx';
import { knowsThePast, useMayOpen, useScreens } from './screens.ts';
import { Notices } from './notices.tsx';
import { palette } from './palette-store.ts';
import { Palette } from './palette.tsx';
import { TitleContext, TopBar, type PageTitle } from './top-bar.tsx';
import style from './frame.module.css';

// Who never looks back needs no calendar.
const AsOfBar = lazy(async () => ({ default: (await import('./as-of-bar.tsx')).AsOfBar }));

/** What stands around every screen: navigation, top bar, notices, palette, keys. */
export function Frame() {
  const navigate = useNavigate();
  const [title, setTitle] = useState<PageTitle>({ title: t('screens.board') });
  const [keysOpened, setKeysOpened] = useState(false);
  const [pastOfScreen, setPastOfScreen] = useState<PastOfScreen>({});
  const past = usePast();
  const { pathname } = useLocation();
  const mayOpen = useMayOpen(pathname);
  const lookAt = useLookAt();
  const goTo = (event: KeyboardEvent) => {
    event.preventDefault();
    palette.open();
  };

  const undoOutsideOfFields = (event: KeyboardEvent) => {
    if (!isField(event.target)) undoLatest();
  };

  useLiveData();
  useKeySequences();
  useKeys('everywhere', {
    'mod+k': goTo,
    '/': goTo,
    'mod+z': undoOutsideOfFields,
    '?': () => setKeysOpened(true),
    n: () => past !== undefined && lookAt(undefined),
  });
  useKeys('screens', Object.fromEntries(useScreens().map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])));

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
          {past !== undefined && (
            <Suspense fallback={null}>
              <AsOfBar past={past} screen={pastOfScreen} />
            </Suspense>
          )}
          <main id="main" className={style.main} tabIndex={-1}>
            <PastContext value={setPastOfScreen}>
              {!mayOpen ? (
                <NotForYou />
              ) : past === undefined || knowsThePast(pathname) ? (
                <Outlet />
              ) : (
                <NowOnly past={past} />
              )}
            </PastContext>
          </main>
        </div>
      </div>
      <DialogHost />
      <Notifications position="bottom-right" limit={3} />
      <Palette />
      <IdleGuard />
      <KeysSheet opened={keysOpened} close={() => setKeysOpened(false)} />
    </TitleContext>
  );
}
