import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useSession } from '../frame/session.tsx';
import { t } from '../texts/texts.ts';
import style from './new-referral.module.css';
import { useDialogs } from './use-dialog.ts';

/** Opens the flow for somebody who is referred; for those who may open an episode. */
export function NewReferral() {
  const { send } = useSession().may;
  const { open } = useDialogs();
  if (!send.includes('OpenEpisode')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconUserPlus size={15} stroke={1.75} aria-hidden />}
      className={style.button}
      title={t('dialogs.acts.newReferral')}
      onClick={() => open('OpenEpisode')}
    >
      <span className={style.words}>{t('dialogs.acts.newReferral')}</span>
    </Button>
  );
}
