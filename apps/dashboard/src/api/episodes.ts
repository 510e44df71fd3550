import { EpisodeListItem, listOf } from '@stepway/contracts';
import { queryOptions, replaceEqualDeep, type QueryClient } from '@tanstack/react-query';
import type { Moment } from './queries.ts';
import { ask, search } from './request.ts';

/** Rows by episode. All of a status: filters, order and the search by name happen in the browser, so no name stands in an address. */
export type Rows = ReadonlyMap<string, EpisodeListItem>;

interface Question {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether a row that changed still answers it. */
  readonly answers: (row: EpisodeListItem) => boolean;
}

/** Who is on the board, who was discharged, who is between two levels, what waits for a decision. */
const questions = {
  // One who was discharged meanwhile stays for who looks at them, and does not count (`onTheBoard`).
  'on-the-board': { path: '/v1/episodes', parameters: { status: 'referred,active' }, answers: () => true },
  discharged: { path: '/v1/episodes', parameters: { status: 'discharged' }, answers: () => true },
  'hand-offs': {
    path: '/v1/hand-offs',
    parameters: {},
    answers: ({ transition }) => transition?.handOffDueAt !== undefined,
  },
  proposals: {
    path: '/v1/proposals',
    parameters: { flag: 'proposal,second-person,hold' },
    answers: ({ flags }) => flags.some((flag) => flag === 'proposal' || flag === 'second-person' || flag === 'hold'),
  },
} as const satisfies Record<string, Question>;
export type Presence = keyof typeof questions;

const Page = listOf(EpisodeListItem);
const pageSize = 500;
/** The API takes at most this many ids at once. */
const idsAtOnce = 100;

const receivedAt = new WeakMap<EpisodeListItem, number>();

export const episodesQuery = (presence: Presence) =>
  queryOptions({
    queryKey: ['episodes', presence],
    queryFn: async ({ signal, client }): Promise<Rows> => {
      const begun = performance.now();
      const rows = new Map<string, EpisodeListItem>();
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof readPage>> = await readPage(presence, cursor, signal);
        for (const row of page.items) if (questions[presence].answers(row)) rows.set(row.episodeId, row);
        cursor = page.next;
      } while (cursor !== null);
      const known = (of: Presence) => client.getQueryData<Rows>(['episodes', of]);
      for (const [id, row] of rows) {
        // Changed while the pages were read, in a way that this question no longer asks for.
        const newer = known('on-the-board')?.get(id);
        if (newer !== undefined && newer.version > row.version && !questions[presence].answers(newer)) rows.delete(id);
      }
      return overtaken(rows, known(presence), begun);
    },
    // Live changes keep the rows fresh; a lost connection ends in `refetch`.
    staleTime: Infinity,
    structuralSharing: (old, fresh) => keepEqualRows(old as Rows | undefined, fresh as Rows),
  });

const readPage = (presence: Presence, cursor: string | null, signal: AbortSignal, asked: object = {}) =>
  ask(
    questions[presence].path + search({ ...questions[presence].parameters, limit: pageSize, cursor, ...asked }),
    Page,
    signal,
  );

/** The past is read journey by journey: the first rows at once, then more and more of them. */
const [firstPage, laterPages] = [24, 200];

/** Who was on the board at a moment of the past. What has been read so far is shown while more is being read. */
export const pastEpisodesQuery = (presence: Presence, { asOf, sense }: Moment) => {
  const queryKey = ['past', 'episodes', presence, asOf, sense] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<Rows> => {
      // Who leaves meanwhile leaves a part behind: it is not taken for the whole by who comes back.
      signal.addEventListener('abort', () => {
        void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
      });
      const rows = new Map<string, EpisodeListItem>();
      let cursor: string | null = null;
      do {
        const limit = cursor === null ? firstPage : laterPages;
        const page: Awaited<ReturnType<typeof readPage>> = await readPage(presence, cursor, signal, {
          asOf,
          sense,
          limit,
        });
        for (const row of page.items) if (questions[presence].answers(row)) rows.set(row.episodeId, row);
        cursor = page.next;
        if (cursor !== null) client.setQueryData<Rows>(queryKey, new Map(rows));
      } while (cursor !== null);
      return rows;
    },
    staleTime: Infinity,
    gcTime: 60_000,
    structuralSharing: false,
  });
};

/** What changed while the pages were read is newer than the pages. */
function overtaken(rows: Map<string, EpisodeListItem>, known: Rows | undefined, begun: number): Rows {
  for (const row of known?.values() ?? [])
    if ((receivedAt.get(row) ?? 0) >= begun || (rows.get(row.episodeId)?.version ?? Infinity) < row.version)
      rows.set(row.episodeId, row);
  return rows;
}

/** A row that did not change stays the same object, so that it is not drawn again. */
function keepEqualRows(old: Rows | undefined, fresh: Rows): Rows {
  if (old === undefined) return fresh;
  return new Map(
    [...fresh].map(([id, row]) => {
      const known = old.get(id);
      return [id, known === undefined ? row : replaceEqualDeep(known, row)];
    }),
  );
}

/** Reads the rows of the named journeys again and puts them into what is loaded. */
export async function refreshRows(client: QueryClient, episodeIds: readonly string[]): Promise<void> {
  for (let at = 0; at < episodeIds.length; at += idsAtOnce) {
    const ids = episodeIds.slice(at, at + idsAtOnce);
    const { items } = await ask(`/v1/episodes${search({ episodeIds: ids.join(','), limit: idsAtOnce })}`, Page);
    for (const row of items) receivedAt.set(row, performance.now());
    for (const [presence, { answers }] of Object.entries<Question>(questions))
      client.setQueryData<Rows>(['episodes', presence], (rows) => rows && withRows(rows, items, answers));
  }
}

function withRows(rows: Rows, changed: readonly EpisodeListItem[], answers: Question['answers']): Rows {
  const next = new Map(rows);
  for (const row of changed) {
    if ((next.get(row.episodeId)?.version ?? 0) > row.version) continue;
    if (answers(row)) next.set(row.episodeId, row);
    else next.delete(row.episodeId);
  }
  return next;
}

/** How many are on the board: a row that a live change made discharged is kept, but does not count. */
export const onTheBoard = (rows: Iterable<EpisodeListItem>): number =>
  [...rows].filter(({ status }) => status !== 'discharged').length;
