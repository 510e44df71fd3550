import type { EpisodeListItem, TransitionView } from '@stepway/contracts';
import { dayMs } from '../../marks/time.ts';
import type { NotYetSeenFilters } from './filters.ts';

/** A person who left a level and was not yet seen at the next. */
export type HandOff = EpisodeListItem & {
  readonly level: string;
  readonly transition: TransitionView & { readonly handOffDueAt: string };
};

/** The rows that are a hand-off under way; a move that waits for a place runs no deadline and is the waiting list's. */
export const handOffsOf = (rows: Iterable<EpisodeListItem>): readonly HandOff[] =>
  [...rows].filter(
    (row): row is HandOff =>
      row.level !== null && row.transition?.handOffDueAt !== undefined && row.transition.state !== 'waiting',
  );

export type Group = 'overdue' | 'soon' | 'later';
export const groups = ['overdue', 'soon', 'later'] as const satisfies readonly Group[];

/** Overdue, within 24 hours, later. */
export function groupAt({ transition }: HandOff, now: number): Group {
  const left = Date.parse(transition.handOffDueAt) - now;
  return left < 0 ? 'overdue' : left < dayMs ? 'soon' : 'later';
}

/** Those that the filters let through, the least time left first. */
export function arranged(rows: readonly HandOff[], filters: NotYetSeenFilters, now: number): readonly HandOff[] {
  return rows
    .filter(
      (row) =>
        (filters.site === undefined || row.siteId === filters.site) &&
        (filters.programme === undefined || row.programme.id === filters.programme) &&
        (filters.level === undefined || row.transition.to === filters.level) &&
        (filters.view === undefined || inView[filters.view](row, now)),
    )
    .toSorted(
      (a, b) =>
        Date.parse(a.transition.handOffDueAt) - Date.parse(b.transition.handOffDueAt) ||
        (a.episodeId < b.episodeId ? -1 : 1),
    );
}

const inView: Readonly<Record<NonNullable<NotYetSeenFilters['view']>, (row: HandOff, now: number) => boolean>> = {
  overdue: (row, now) => groupAt(row, now) === 'overdue',
  'no-appointment': ({ transition }) => transition.appointmentAt === undefined,
};
