import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { t } from '../../texts/texts.ts';
import { leavesSession, unsentOf } from './unsent.ts';
import type { Recording } from './use-recording.ts';

/** Asks before what was said and not sent is left behind: by another screen or session, Back, or the closing of the page. */
export function Leaving({ recording: { said, results, forget } }: { readonly recording: Recording }) {
  const count = unsentOf(said, results).length;
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => count > 0 && leavesSession(current, next),
    enableBeforeUnload: () => count > 0,
    withResolver: true,
  });
  const leave = (proceed: (() => void) | undefined) => {
    forget();
    proceed?.();
  };
  return (
    <Modal
      opened={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={t('roster.leaving.title')}
      centered
      size={420}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <p>{t('roster.leaving.words', { count })}</p>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" size="xs" onClick={() => leave(leaving.proceed)}>
          {t('roster.leaving.go')}
        </Button>
        <Button size="xs" onClick={() => leaving.reset?.()} data-autofocus>
          {t('roster.leaving.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
