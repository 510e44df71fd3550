import { UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { serverNow } from '../api/request.ts';
import { dayMs } from '../marks/time.ts';
import { t } from '../texts/texts.ts';
import style from './frame.module.css';
import { useLookAt, usePast } from './past.ts';

/** Now, or the past: pressed, it looks at the same time of yesterday, and again at now. */
export function LookBack() {
  const past = usePast();
  const lookAt = useLookAt();
  const yesterday = () => new Date(Math.floor((serverNow() - dayMs) / 60_000) * 60_000).toISOString();
  return (
    <UnstyledButton
      className={style.lookBack}
      aria-pressed={past !== undefined}
      title={t('past.lookBack')}
      onClick={() => lookAt(past === undefined ? { asOf: yesterday(), sense: 'known' } : undefined)}
    >
      <IconHistory size={15} stroke={1.75} aria-hidden />
      <span className={style.lookBackWords}>{past === undefined ? t('past.now') : t('past.asOf')}</span>
    </UnstyledButton>
  );
}
