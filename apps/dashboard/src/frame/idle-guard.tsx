import { Button, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { idleMs, noteActivity } from '../api/activity.ts';
import { useSecond } from '../api/now.ts';
import { sessionQuery } from '../api/queries.ts';
import { duration } from '../marks/time.ts';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';
import { useSignOut } from './use-sign-out.ts';

const warnBeforeMs = 2 * 60_000;
const tellEveryMs = 60_000;

/**
 * Before a session ends for want of activity, says so, and any key or press keeps it. Who writes for long without a
 * request is told to the server as somebody who is there.
 */
export function IdleGuard() {
  const client = useQueryClient();
  const limitMs = (useSession().session?.idleMinutes ?? Infinity) * 60_000;
  useSecond();
  const leftMs = limitMs - idleMs();
  const over = leftMs <= 0;
  const signOut = useSignOut();

  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    // Whether it is over is the server's word.
    if (over) ask();
    const timer = setInterval(() => (over || idleMs() < tellEveryMs) && ask(), tellEveryMs);
    return () => clearInterval(timer);
  }, [client, over]);

  return (
    <Modal
      opened={leftMs < Math.min(warnBeforeMs, limitMs / 2) && !over}
      onClose={noteActivity}
      title={t('signIn.idle.title')}
      centered
      size={420}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <p>{t('signIn.idle.words', { time: timeLeft(leftMs) })}</p>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" size="xs" onClick={signOut}>
          {t('signIn.signOut')}
        </Button>
        <Button size="xs" onClick={noteActivity} data-autofocus>
          {t('signIn.idle.stay')}
        </Button>
      </Group>
    </Modal>
  );
}

const timeLeft = (ms: number): string => (ms > 120_000 ? duration(ms) : `${Math.max(1, Math.ceil(ms / 1_000))}\u00a0s`);
