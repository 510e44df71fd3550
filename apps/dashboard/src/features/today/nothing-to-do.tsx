import { Button } from '@mantine/core';
import { IconListSearch, IconSunHigh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { StatePanel } from '../../frame/states.tsx';
import { t } from '../../texts/texts.ts';
import type { TodayFilters, whos } from './filters.ts';

interface NothingToDoProps {
  readonly filters: TodayFilters;
  readonly who: (typeof whos)[number];
}

/** Nothing waits; or nothing that matches. */
export function NothingToDo({ filters, who }: NothingToDoProps) {
  const { kind, role, site, programme, level, due } = filters;
  const narrowed = [kind, role, site, programme, level].some((filter) => filter !== undefined);
  const showAll = (
    <Button
      size="xs"
      variant="default"
      renderRoot={(drawn) => <Link to="/today" search={{ who: 'all' }} replace {...drawn} />}
    >
      {t('today.empty.showAll')}
    </Button>
  );
  if (narrowed || (due !== undefined && !(who === 'all' && due === 'overdue')))
    return (
      <StatePanel icon={IconListSearch} title={t('today.empty.filtered')} action={showAll}>
        {t('today.empty.filteredWhy')}
      </StatePanel>
    );
  const what = due === 'overdue' ? 'overdue' : who;
  return (
    <StatePanel
      icon={IconSunHigh}
      title={t(`today.empty.${what}`)}
      {...(who === 'all' && due === undefined ? {} : { action: showAll })}
    >
      {t(`today.empty.${what}Why`)}
    </StatePanel>
  );
}
