import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usualSort, type BoardFilters, type Sort } from './filters.ts';
import style from './table.module.css';

/** The order that the head of a column asks for; where there is none, the column is not sorted by. */
const sortOf: Readonly<Record<string, Sort>> = {
  person: 'name',
  level: 'level',
  day: 'longest',
  action: 'action',
  due: 'due',
  screen: 'screen',
  owner: 'owner',
  ended: 'ended',
};

interface SortHeadProps {
  readonly column: string;
  readonly filters: BoardFilters;
  readonly children: ReactNode;
}

/** The name of a column; pressed, the list is sorted by it, and again the other way round. */
export function SortHead({ column, filters, children }: SortHeadProps) {
  const sort = sortOf[column];
  const usual = usualSort(filters);
  if (sort === undefined)
    return (
      <div role="columnheader" data-column={column}>
        {children}
      </div>
    );
  const sorted = (filters.sort ?? usual) === sort;
  const descending = sorted && filters.order === 'desc';
  const Icon = descending ? IconChevronUp : IconChevronDown;
  return (
    <div
      role="columnheader"
      data-column={column}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <Link
        to="."
        search={(now: object) => ({
          ...now,
          sort: sort === usual ? undefined : sort,
          order: sorted && !descending ? ('desc' as const) : undefined,
        })}
        replace
        className={style.sort}
      >
        {children}
        {sorted && <Icon size={13} stroke={2} aria-hidden />}
      </Link>
    </div>
  );
}
