import { dayMs } from '../../marks/time.ts';
import { continuityOf, isGap } from './doses.ts';
import type { NotYetSeenFilters } from './filters.ts';
import type { HandOff } from './hand-off.ts';

export type Group = 'overdue' | 'soon' | 'later' | 'suspended';
export const groups = ['overdue', 'soon', 'later', 'suspended'] as const satisfies readonly Group[];

/** Overdue, within 24 hours, later; a suspended move runs no deadline. */
export function groupAt({ transition }: HandOff, now: number): Group {
  if (transition.state === 'suspended') return 'suspended';
  const left = Date.parse(transition.handOffDueAt) - now;
  return left < 0 ? 'overdue' : left < dayMs ? 'soon' : 'later';
}

/** Those that the filters let through, the least time left first. */
export function arranged(rows: readonly HandOff[], filters: NotYetSeenFilters, now: number): readonly HandOff[] {
  const { site, programme, level, view } = filters;
  return rows
    .filter(
      (row) =>
        (site === undefined || row.siteId === site) &&
        (programme === undefined || row.programme.id === programme) &&
        (level === undefined || row.transition.to === level) &&
        (view === undefined || inView[view](row, now)),
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
  'no-dose': (row, now) => isGap(continuityOf(row, now)),
  unowned: ({ transition: { tasks = [] } }) => tasks.every(({ owner }) => owner === null),
};

/** Who has a task of the move, the one due first. */
export const ownerOf = ({ transition: { tasks = [] } }: HandOff): string | undefined =>
  tasks.find(({ owner }) => owner !== null)?.owner?.staffId;
