import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { censusQuery } from '../api/queries.ts';
import { useIsLost } from '../api/use-live.ts';
import { t } from '../texts/texts.ts';
import { PersonMenu } from './person-menu.tsx';
import { useScreens } from './screens.ts';
import { useSession } from './session.tsx';
import style from './frame.module.css';

/** The screens there are. Below 1100 pixels a rail of icons. */
export function Navigation() {
  const seesPeople = useSession().may.ask.includes('episodes');
  // A count is enough here: the people themselves are asked for where they are shown.
  const { data: census } = useQuery({ ...censusQuery, enabled: seesPeople });
  const lost = useIsLost();
  // A journey is reached from the board, and belongs to it.
  const within = useLocation().pathname.startsWith('/journeys/');
  const people = census?.rows.reduce((sum, { active, waiting }) => sum + active + waiting, 0);
  return (
    <nav className={style.navigation} aria-label={t('frame.screens')}>
      <Link to="/" className={style.brand} aria-label={t('frame.home')}>
        <img src="/stepway.svg" width="20" height="20" alt="" />
        <span>Stepway</span>
      </Link>
      <ul>
        {useScreens().map(({ to, words, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={style.screen}
              title={words()}
              data-within={(within && to === '/board') || undefined}
            >
              <Icon size={17} stroke={1.6} aria-hidden />
              <span className={style.screenName}>{words()}</span>
              {to === '/board' && people !== undefined && (
                <span className={`${style.screenCount} figure`} data-lost={lost || undefined}>
                  {people}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <PersonMenu />
    </nav>
  );
}
