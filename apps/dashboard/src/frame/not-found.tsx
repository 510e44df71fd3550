import { Button } from '@mantine/core';
import { IconHistoryOff, IconLock, IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';
import { StatePanel } from './states.tsx';

/** The way back: to the board, or to the first screen of who sees nobody. */
function ToBoard() {
  const sees = useSession().may.ask.includes('episodes');
  return (
    <Button component={Link} to={sees ? '/board' : '/'} size="xs" variant="default">
      {t(sees ? 'frame.toBoard' : 'frame.toFirst')}
    </Button>
  );
}

export function NotFound() {
  return (
    <StatePanel icon={IconMapQuestion} title={t('frame.noSuchScreen.title')} action={<ToBoard />}>
      {t('frame.noSuchScreen.words')}
    </StatePanel>
  );
}

/** The same words for "not there" and "may not see". */
export function NotYours({ wayIn }: { /** Beside the way back, for who may. */ readonly wayIn?: ReactNode }) {
  const action = (
    <>
      <ToBoard />
      {wayIn}
    </>
  );
  return (
    <StatePanel icon={IconLock} title={t('frame.notYours.title')} action={action}>
      {t('frame.notYours.words')}
    </StatePanel>
  );
}

/** A screen that is for others. */
export const NotForYou = () => (
  <StatePanel icon={IconLock} title={t('frame.notForYou.title')} action={<ToBoard />}>
    {t('frame.notForYou.words')}
  </StatePanel>
);

/** At a moment of the past there may be less than now. */
export const NotThen = () => (
  <StatePanel icon={IconHistoryOff} title={t('past.notThere')}>
    {t('past.notThereWords')}
  </StatePanel>
);
