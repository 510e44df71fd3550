import type { WorklistItem } from '@stepway/contracts';
import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { staffQuery } from '../../api/directory.ts';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import { takersOf, type Taker } from './may.ts';
import { snoozesFor, type Snooze } from './snooze.ts';
import style from './today.module.css';

interface MenuProps {
  readonly items: readonly WorklistItem[];
  readonly opened: boolean;
  readonly setOpened: (opened: boolean) => void;
  /** Key that opens it, shown to those who look. */
  readonly hint?: string;
}

/** To whom a task is given: those of the staff who may take it. */
export function AssignMenu({ items, opened, setOpened, give }: MenuProps & { readonly give: (to: Taker) => void }) {
  const { data: staff } = useQuery(staffQuery);
  const { actor } = useSession();
  const takers = takersOf(items, staff?.values() ?? []);
  return (
    <ActMenu words={t('today.acts.assign')} keys="a" opened={opened} setOpened={setOpened}>
      {takers.length === 0 && <Menu.Label>{t('today.acts.nobodyToGive')}</Menu.Label>}
      {takers.map((taker) => (
        <Menu.Item
          key={taker.staffId}
          rightSection={<span className={style.menuNote}>{t(`roles.${taker.role}`)}</span>}
          onClick={() => give(taker)}
        >
          {taker.name}
          {taker.staffId === actor.id && ` (${t('today.you')})`}
        </Menu.Item>
      ))}
    </ActMenu>
  );
}

/** Until when tasks are put off, within the limit of each. */
export function SnoozeMenu({
  items,
  now,
  opened,
  setOpened,
  putOff,
}: MenuProps & { readonly now: number; readonly putOff: (until: string) => void }) {
  const timeOf = useTimeOf();
  const times = new Set(items.map(({ siteId }) => timeOf(siteId)));
  // What it is to be tomorrow morning at sites in different zones is no one moment.
  const [time = timeOf(undefined), another] = times;
  const snoozes = snoozesFor(items, now, another === undefined ? time.timeZone : undefined);
  const [only] = items.length === 1 ? items : [];
  return (
    <ActMenu words={t('today.acts.snooze')} keys="s" opened={opened} setOpened={setOpened}>
      {snoozes.length === 0 && (
        <Menu.Label>
          {only?.snoozeUntil === null ? t('today.acts.notSnoozable') : t('today.acts.nowhereToSnooze')}
        </Menu.Label>
      )}
      {snoozes.map((snooze) => (
        <Menu.Item
          // Not by its moment, which the clock moves on: what is in focus would be taken off the page.
          key={'hours' in snooze ? snooze.hours : 'morning'}
          rightSection={<span className={`${style.menuNote} figure`}>{time.moment(snooze.until, now)}</span>}
          onClick={() => putOff(snooze.until)}
        >
          {snoozeWords(snooze)}
        </Menu.Item>
      ))}
      {typeof only?.snoozeUntil === 'string' && snoozes.length > 0 && (
        <Menu.Label>{t('today.acts.latest', { at: time.moment(only.snoozeUntil, now) })}</Menu.Label>
      )}
    </ActMenu>
  );
}

const snoozeWords = (snooze: Snooze): string =>
  'hours' in snooze ? t('today.acts.snoozeBy.hours', { count: snooze.hours }) : t('today.acts.snoozeBy.tomorrow');

interface ActMenuProps extends Pick<MenuProps, 'opened' | 'setOpened'> {
  readonly words: string;
  readonly keys: string;
  readonly children: ReactNode;
}

const ActMenu = ({ words, keys, opened, setOpened, children }: ActMenuProps) => (
  <Menu opened={opened} onChange={setOpened} position="bottom-start" width={270} shadow="md">
    <Menu.Target>
      <Button variant="default" size="xs" aria-keyshortcuts={keys}>
        {words}
      </Button>
    </Menu.Target>
    <Menu.Dropdown className={style.menu}>{children}</Menu.Dropdown>
  </Menu>
);
