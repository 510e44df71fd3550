import { Link, useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useIsLost } from '../api/use-live.ts';
import { t } from '../texts/texts.ts';
import { PersonMenu } from './person-menu.tsx';
import type { ScreenCount } from './screen-counts.ts';
import { parts, useScreens } from './screens.ts';
import { useScreenCounts } from './use-screen-counts.ts';
import style from './frame.module.css';

/** The screens there are. Below 1100 pixels a rail of icons. */
export function Navigation() {
  const own = useScreens();
  const lost = useIsLost();
  // A journey is reached from the board, and belongs to it.
  const within = useLocation().pathname.startsWith('/journeys/');
  const counts = useScreenCounts();
  return (
    <nav className={style.navigation} aria-label={t('frame.screens')}>
      <Link to="/" className={style.brand} aria-label={t('frame.home')}>
        <img src="/stepway.svg" width="20" height="20" alt="" />
        <span>Stepway</span>
      </Link>
      <div className={style.parts}>
        {parts.map((part) => {
          const shown = own.filter((screen) => screen.part === part);
          if (shown.length === 0) return null;
          return (
            <Fragment key={part}>
              {part !== 'first' && own.length > shown.length && (
                <p className={style.part}>{t(`frame.parts.${part}`)}</p>
              )}
              <ul>
                {shown.map(({ to, words, icon: Icon }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      className={style.screen}
                      title={words()}
                      data-within={(within && to === '/board') || undefined}
                    >
                      <Icon size={17} stroke={1.6} aria-hidden />
                      <span className={style.screenName}>{words()}</span>
                      <Count of={counts[to]} lost={lost} />
                    </Link>
                  </li>
                ))}
              </ul>
            </Fragment>
          );
        })}
      </div>
      <PersonMenu />
    </nav>
  );
}

const Count = ({ of, lost }: { readonly of: ScreenCount | undefined; readonly lost: boolean }) =>
  of !== undefined && (
    <span className={`${style.screenCount} figure`} data-lost={lost || undefined} data-warm={of.warm || undefined}>
      {of.count}
    </span>
  );
