import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import style from './bulk-bar.module.css';
import type { Marked } from './marked.ts';

interface BulkBarProps {
  readonly marked: Marked;
  /** Of those that are marked, how many are in the list: what is no longer there is not acted on. */
  readonly count: number;
  readonly children: ReactNode;
}

/** The acts on all marked rows, over the foot of the list while there are any. */
export function BulkBar({ marked, count, children }: BulkBarProps) {
  if (count === 0) return null;
  return (
    <div className={style.bar} role="region" aria-label={t('lists.bulk')}>
      <span className={style.count} aria-live="polite">
        {t('lists.marked', { count })}
      </span>
      <span className={style.acts}>{children}</span>
      <span className={style.note}>{t('lists.previewFirst')}</span>
      <CloseButton size="sm" aria-label={t('lists.unmark')} onClick={marked.clear} />
    </div>
  );
}
