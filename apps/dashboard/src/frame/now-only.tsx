import { Button } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { serverNow } from '../api/request.ts';
import { listInWords } from '../texts/in-language.ts';
import { t } from '../texts/texts.ts';
import { useLookAt, type Past } from './past.ts';
import { useScreens } from './screens.ts';
import { useSiteTime } from './session.tsx';
import { StatePanel } from './states.tsx';
import style from './states.module.css';

/** In place of a screen that can be shown as it is now only: what is so now never stands under a moment of the past. */
export function NowOnly({ past }: { readonly past: Past }) {
  const time = useSiteTime();
  const lookAt = useLookAt();
  const able = useScreens().filter((screen) => 'past' in screen);
  const [board = able[0]] = able.filter(({ to }) => to === '/board');
  const moment = time.moment(past.asOf, serverNow());
  return (
    <div className={style.fill}>
      <StatePanel
        icon={IconHistoryOff}
        title={t('past.nowOnly')}
        action={
          <>
            <Button size="xs" onClick={() => lookAt(undefined)} aria-keyshortcuts="N">
              {t('past.showNow')}
            </Button>
            {board !== undefined && (
              <Button size="xs" variant="default" renderRoot={(drawn) => <Link to={board.to} {...drawn} />}>
                {t('past.screenAt', { screen: board.words(), moment })}
              </Button>
            )}
          </>
        }
      >
        {t('past.nowOnlyWhy', { screens: listInWords([...able.map(({ words }) => words()), t('past.everyJourney')]) })}
      </StatePanel>
    </div>
  );
}
