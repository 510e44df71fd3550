import type { WorklistItem } from '@stepway/contracts';
import { Button, Modal } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { nameOf } from '../../marks/people.ts';
import { taskWords } from '../../marks/tasks.ts';
import { t } from '../../texts/texts.ts';
import type { TaskWish } from './wishes.ts';
import { countOf, sumOf, type Outcome } from './outcomes.ts';
import { useBulk } from './use-bulk.ts';
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
  const [can, left] = [countOf(items, outcomes, 'would'), countOf(items, outcomes, 'lost')];
  // What came of each stands here alone: it stays until all have their result.
  const leave = () => phase !== 'running' && close(phase === 'done');
  return (
    <Modal
      opened
      onClose={leave}
      withCloseButton={phase !== 'running'}
      title={t(`today.bulk.title.${act}`, { count: items.length })}
      size={560}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {how !== '' && <p className={style.how}>{how}</p>}
      <p className={style.sum} role="status">
        {sumOf(items, outcomes, phase)}
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
        {phase !== 'running' && (
          <Button variant="default" size="xs" onClick={leave}>
            {phase === 'done' ? t('today.bulk.close') : t('today.bulk.cancel')}
          </Button>
        )}
        {phase !== 'done' && (
          <Button
            size="xs"
            data-autofocus
            loading={phase === 'running'}
            disabled={phase === 'looking' || can === 0}
            onClick={() => void run()}
          >
            {t(`today.bulk.title.${act}`, { count: phase === 'ready' ? can : items.length })}
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
