import type { WorklistItem } from '@stepway/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import { AssignMenu, SnoozeMenu } from './act-menus.tsx';
import { BulkDialog, type BulkWish } from './bulk.tsx';
import type { OpenMenu } from './task-acts.tsx';
import { claimOf, completeOf } from './wishes.ts';

interface BulkActsProps {
  readonly items: readonly WorklistItem[];
  readonly now: number;
  readonly done: () => void;
}

/** One act on all marked tasks: first what it would do to each, then what it did. */
export function BulkActs({ items, now, done }: BulkActsProps) {
  const { may } = useSession();
  const time = useSiteTime(items[0]?.siteId);
  const [menu, setMenu] = useState<OpenMenu>();
  const [wish, setWish] = useState<BulkWish>();
  return (
    <>
      {may.send.includes('ClaimTask') && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setWish({ items, act: 'ClaimTask', how: '', wishOf: claimOf })}
        >
          {t('today.claim')}
        </Button>
      )}
      {may.send.includes('AssignTask') && (
        <AssignMenu
          items={items}
          opened={menu === 'assign'}
          setOpened={(opened) => setMenu(opened ? 'assign' : undefined)}
          give={({ staffId, role, name }) =>
            setWish({
              items,
              act: 'AssignTask',
              how: `${t('today.bulk.to')}: ${name}`,
              wishOf: ({ taskId }) => ({ act: 'AssignTask', body: { taskId, to: { staffId, role } } }),
            })
          }
        />
      )}
      {may.send.includes('SnoozeTask') && (
        <SnoozeMenu
          items={items}
          now={now}
          opened={menu === 'snooze'}
          setOpened={(opened) => setMenu(opened ? 'snooze' : undefined)}
          putOff={(until) =>
            setWish({
              items,
              act: 'SnoozeTask',
              how: `${t('today.bulk.until')}: ${time.moment(until, now)}`,
              wishOf: ({ taskId }) => ({ act: 'SnoozeTask', body: { taskId, until } }),
            })
          }
        />
      )}
      {may.send.includes('CompleteTask') && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setWish({ items, act: 'CompleteTask', how: '', wishOf: completeOf })}
        >
          {t('today.acts.complete')}
        </Button>
      )}
      {wish !== undefined && (
        <BulkDialog
          wish={wish}
          close={(finished) => {
            setWish(undefined);
            if (finished) done();
          }}
        />
      )}
    </>
  );
}
