import { Button } from '@mantine/core';
import { IconFileBroken, IconRefresh } from '@tabler/icons-react';
import { t } from '../texts/texts.ts';
import { StatePanel } from './states.tsx';
import style from './states.module.css';

/** A fault of the page itself: nothing of it can be trusted any more but what is on record. */
export const Broken = () => (
  <div role="alert" className={style.fill}>
    <StatePanel
      icon={IconFileBroken}
      title={t('states.broken')}
      action={
        <Button
          size="xs"
          leftSection={<IconRefresh size={15} stroke={1.75} aria-hidden />}
          onClick={() => globalThis.location.reload()}
        >
          {t('states.loadAgain')}
        </Button>
      }
    >
      {t('states.brokenWords')}
    </StatePanel>
  </div>
);
