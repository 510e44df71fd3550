import type { WorklistItem } from '@stepway/contracts';
import { Button, Modal } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { nameOf } from '../../marks/people.ts';
import { taskWords } from '../../marks/tasks.ts';
import { t } from '../../texts/texts.ts';
import type { TaskWish } from './wishes.ts';
import { useBulk, type Outcome } from './use-bulk.ts';
import style from './bulk.module.css';

/** One act on many tasks. */
export interface BulkWish {
  readonly items: readonly WorklistItem[];
  readonly wishOf: (item: WorklistItem) => TaskWish;
  readonly act: TaskWish['act'];
  /** To whom, or until when; empty where the act says all. */
  readonly how: string;
}

/** What would happen to each, then what happened to each. */
export function BulkDialog({ wish, close }: { readonly wish: BulkWish; readonly close: (done: boolean) => void }) {
  const { items, wishOf, act, how } = wish;
  const { outcomes, phase, preview, run } = useBulk(items, wishOf);
  const look = useEffectEvent(preview);
  useEffect(() => void look(), []);
  const count = (...states: readonly Outcome['state'][]) =>
    items.filter(({ taskId }) => states.includes(outcomes.get(taskId)?.state ?? 'waiting')).length;
  const [can, cannot, done, left] = [count('would'), count('refused'), count('done', 'no-news'), count('lost')];
  return (
    <Modal
      opened
      onClose={() => close(phase === 'done')}
      title={t(`today.bulk.title.${act}`, { count: items.length })}
      size={560}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {how !== '' && <p className={style.how}>{how}</p>}
      <p className={style.sum} role="status">
        {phase === 'looking'
          ? t('today.bulk.looking')
          : phase === 'done'
            ? t('today.bulk.result', { all: items.length, done })
            : can === 0
              ? t('today.bulk.nothing')
              : [
                  t('today.bulk.will', { count: can }),
                  ...(cannot > 0 ? [t('today.bulk.wont', { count: cannot })] : []),
                ].join(' · ')}
      </p>
      <ul className={style.items} tabIndex={0} aria-label={t('today.what')}>
        {items.map((item) => (
          <li key={item.taskId}>
            <span className={style.two}>
              <b>{taskWords(item.kind)}</b>
              <span>{nameOf(item)}</span>
            </span>
            <Result outcome={outcomes.get(item.taskId)} />
          </li>
        ))}
      </ul>
      <div className={style.foot}>
        <Button variant="default" size="xs" onClick={() => close(phase === 'done')}>
          {phase === 'done' ? t('today.bulk.close') : t('today.bulk.cancel')}
        </Button>
        {phase !== 'done' && (
          <Button
            size="xs"
            data-autofocus
            loading={phase === 'running'}
            disabled={phase === 'looking' || can === 0}
            onClick={() => void run()}
          >
            {t(`today.bulk.title.${act}`, { count: phase === 'looking' ? items.length : can })}
          </Button>
        )}
        {phase === 'done' && left > 0 && (
          <Button size="xs" onClick={() => void run()}>
            {t('today.bulk.again')}
          </Button>
        )}
      </div>
    </Modal>
  );
}

function Result({ outcome }: { readonly outcome: Outcome | undefined }) {
  switch (outcome?.state) {
    case undefined:
    case 'waiting':
      return <span className={style.quiet}>…</span>;
    case 'would':
      return <span className={style.quiet}>{t('today.bulk.would')}</span>;
    case 'no-news':
      return <span className={style.quiet}>{t('today.bulk.noNews')}</span>;
    case 'done':
      return (
        <span className={style.met}>
          <IconCheck size={14} stroke={2} aria-hidden /> {t('today.bulk.done')}
        </span>
      );
    case 'refused':
    case 'lost':
      return (
        <span className={style.refused}>
          <IconX size={14} stroke={2} aria-hidden /> {outcome.why}
        </span>
      );
  }
}
