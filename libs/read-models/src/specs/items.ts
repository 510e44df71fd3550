import { notOpened } from '@stepway/pathway';
import { fold } from '../change.ts';
import { projectDayLists } from '../day-lists/project.ts';
import type { DayListRow } from '../day-lists/table.ts';
import { rowContext } from '../row-context.ts';
import type { Lived } from './lived.ts';
import { contextFor } from './rules.ts';

interface ShownItem extends Omit<DayListRow, 'row'> {
  readonly row: Readonly<Record<string, unknown>>;
}

/** The rows of the day lists that a journey has now. */
export function itemsOf({ episodeId, events }: Lived, list: string): readonly ShownItem[] {
  const change = fold(notOpened(episodeId), events);
  if (change === undefined) throw new Error('not opened');
  return projectDayLists(change.after, rowContext(change.after, contextFor))
    .filter((item) => item.list === list)
    .map((item) => ({ ...item, row: JSON.parse(item.row) }));
}
