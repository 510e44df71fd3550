import type { EpisodeListItem } from '@stepway/contracts';
import type { Flag } from '../../marks/attention.ts';
import { nameOf, peopleNamed } from '../../marks/people.ts';
import { endedAs, type Calendar } from './endings.ts';
import type { BoardFilters, Sort } from './filters.ts';

export type Row = EpisodeListItem;

/** The most urgent first, as in the contract. */
const urgency: readonly Flag[] = [
  'crisis',
  'hand-off-overdue',
  'proposal-escalated',
  'leave-overdue',
  'task-overdue',
  'proposal',
  'second-person',
  'hand-off',
  'unsettled-result',
  'hold',
];

/** A deadline may pass between two events: then the row says so at once, not with the next event. */
export function flagsAt(row: Row, now: number): readonly Flag[] {
  const isPast = (due: string | null | undefined) => typeof due === 'string' && Date.parse(due) <= now;
  const notSeen = row.flags.includes('hand-off') && isPast(row.transition?.handOffDueAt);
  const taskOver = !row.flags.includes('task-overdue') && isPast(row.nextTask?.dueAt);
  if (!notSeen && !taskOver) return row.flags;
  const flags = new Set<Flag>(row.flags);
  if (notSeen) {
    flags.delete('hand-off');
    flags.add('hand-off-overdue');
  }
  if (taskOver) flags.add('task-overdue');
  return urgency.filter((flag) => flags.has(flag));
}

export const needsAction = (row: Row, now: number): boolean => flagsAt(row, now).length > 0;

/** Who looks, and by whose calendar a year is told. */
interface Looking {
  readonly me?: string;
  readonly yearOf?: Calendar['yearOf'];
}
const inGreenwich: Calendar['yearOf'] = (_site, at) => new Date(at).getUTCFullYear();

/** Where a person is, or was last. */
export const levelOf = ({ level, ending }: Row): string | null => level ?? ending?.level ?? null;

/** People of one programme that the filters and the search by name let through. */
export function filtered(
  rows: Iterable<Row>,
  filters: BoardFilters,
  name: string,
  now: number,
  { me = '', yearOf = inGreenwich }: Looking = {},
): readonly Row[] {
  const kept = [...rows].filter(
    (row) =>
      (filters.status === 'discharged') === (row.status === 'discharged') &&
      (filters.site === undefined || row.siteId === filters.site) &&
      (filters.owner === undefined || isOwnedBy(row, filters.owner, me)) &&
      (filters.screen === undefined || (row.lastScreen?.disposition ?? 'none') === filters.screen) &&
      (filters.programme === undefined || row.programme.id === filters.programme) &&
      (filters.level === undefined || levelOf(row) === filters.level) &&
      (row.status !== 'discharged' || endedAs(row, filters, { now, yearOf })) &&
      (filters.flag === undefined || hasFlag(row, filters.flag, now)),
  );
  return peopleNamed(kept, name);
}

/** `me`: whoever is signed in; `none`: nobody. */
const isOwnedBy = ({ careTeam = [] }: Row, owner: string, me: string): boolean =>
  owner === 'none' ? careTeam.length === 0 : careTeam.some(({ staffId }) => staffId === (owner === 'me' ? me : owner));

/** Who is shown for a person: who coordinates their care, else the first of the team. */
export const ownerOf = ({ careTeam = [] }: Row): string | undefined =>
  (careTeam.find(({ role }) => role === 'coordinator') ?? careTeam[0])?.staffId;

const hasFlag = (row: Row, flag: NonNullable<BoardFilters['flag']>, now: number) =>
  flag === 'any' ? needsAction(row, now) : flagsAt(row, now).includes(flag);

interface SortWith {
  readonly descending?: boolean;
  /** How much support the level of a row gives: the most first. */
  readonly rank?: (row: Row) => number;
}

/** People in the order asked for. Ties by name, then by journey, so that nothing jumps. */
export function sorted(
  rows: readonly Row[],
  sort: Sort,
  now: number,
  { descending = false, rank = () => 0 }: SortWith = {},
): readonly Row[] {
  const by = descending ? -1 : 1;
  const keyed = rows.map((row) => ({
    row,
    key: keyOf[sort](row, now, rank),
    name: row.name === null ? '' : nameOf(row),
  }));
  return keyed
    .toSorted(
      (a, b) =>
        by * (compare(a.key, b.key) || (sort === 'name' ? byName(a.name, b.name) : 0)) ||
        byName(a.name, b.name) ||
        (a.row.episodeId < b.row.episodeId ? -1 : 1),
    )
    .map(({ row }) => row);
}

/** One for all comparisons: each `localeCompare` looks for its rules again, a hundred thousand times for a full board. */
const byName = new Intl.Collator().compare;

const never = 8.64e15;
const at = (instant: string | null | undefined) => (typeof instant === 'string' ? Date.parse(instant) : never);

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byName(String(a), String(b));

type Key = (row: Row, now: number, rank: (row: Row) => number) => number | string;

const keyOf: Readonly<Record<Sort, Key>> = {
  action: (row, now) => {
    const [first] = flagsAt(row, now);
    // Urgency first, then the earliest deadline: the deadline fills less than one step of urgency.
    return first === undefined ? urgency.length : urgency.indexOf(first) + at(row.actBy) / (never + 1);
  },
  name: () => 0,
  longest: (row) => at(row.levelSince ?? row.openedAt),
  newest: (row) => -at(row.levelSince ?? row.openedAt),
  due: (row) => at(row.nextDue?.at),
  level: (row, _now, rank) => -rank(row),
  screen: (row) => -at(row.lastScreen?.collectedAt ?? '1970-01-01T00:00:00Z'),
  ended: (row) => -at(row.ending?.at ?? '1970-01-01T00:00:00Z'),
  // Nobody comes first: somebody should look after them.
  owner: (row) => ownerOf(row) ?? '',
};

/** One column: who needs action, then who is on course. */
export interface Column {
  readonly id: string;
  readonly needsAction: readonly string[];
  readonly onCourse: readonly string[];
}

/** People of no level yet. */
export const referred = 'referred';

/** Who stands where. Only ids: what a row says is always the newest, where it stands may be held. */
export function arrange(rows: readonly Row[], now: number): readonly Column[] {
  const columns = new Map<string, { needsAction: string[]; onCourse: string[] }>();
  for (const row of rows) {
    const id = row.level ?? referred;
    const column = columns.get(id) ?? { needsAction: [], onCourse: [] };
    columns.set(id, column);
    column[needsAction(row, now) ? 'needsAction' : 'onCourse'].push(row.episodeId);
  }
  return [...columns].map(([id, column]) => ({ id, ...column }));
}

/** How many people would move, come or go between two arrangements; at least 1 if anything differs. */
export function movesBetween(shown: readonly Column[], ideal: readonly Column[]): number {
  const [from, to] = [places(shown), places(ideal)];
  const moved = [...new Set([...from.keys(), ...to.keys()])].filter((id) => from.get(id) !== to.get(id)).length;
  return moved > 0 ? moved : orderOf(shown) === orderOf(ideal) ? 0 : 1;
}

const places = (columns: readonly Column[]) =>
  new Map(
    columns.flatMap(({ id, needsAction: needs, onCourse }) => [
      ...needs.map((episode) => [episode, `${id} needs`] as const),
      ...onCourse.map((episode) => [episode, `${id} course`] as const),
    ]),
  );

const orderOf = (columns: readonly Column[]) =>
  columns
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, needsAction: needs, onCourse }) => `${id}:${needs.join()}|${onCourse.join()}`)
    .join(';');
