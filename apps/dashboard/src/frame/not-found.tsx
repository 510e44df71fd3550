import { Button } from '@mantine/core';
import { IconHistoryOff, IconLock, IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { StatePanel } from './states.tsx';

const ToBoard = () => (
  <Button component={Link} to="/board" size="xs" variant="default">
    {t('frame.toBoard')}
  </Button>
);

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

/** At a moment of the past there may be less than now. */
export const NotThen = () => (
  <StatePanel icon={IconHistoryOff} title={t('past.notThere')}>
    {t('past.notThereWords')}
  </StatePanel>
);
