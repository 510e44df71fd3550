import type { BoardRow } from '@stepway/contracts';
import { localDate, notOpened, type CareEvent, type Instant, type OpenedJourney } from '@stepway/pathway';
import type { ContextFor } from '../change.ts';
import { cursorOf, keysOf, type Page } from '../cursor.ts';
import { journeyKnownAt } from '../journey/query.ts';
import { rowContext } from '../row-context.ts';
import type { Database } from '../table.ts';
import { projectWeeklyScreens } from '../weekly-screens/project.ts';
import { weeksUntil } from '../weekly-screens/query.ts';
import { inOrder } from './flags.ts';
import { boardRow } from './project.ts';
import { weeksOnRow, type BoardQuery } from './query.ts';

export interface BoardAsOfSources {
  readonly database: Database;
  readonly contextFor: ContextFor;
  /** All events of one journey, in order, from the log. */
  readonly readEvents: (episodeId: string) => Promise<readonly CareEvent[]>;
}

/** Each row is a journey folded from the log: one question folds at most so many, and the page then ends early. */
const mostFolds = 200;
const foldsAtOnce = 8;

// The history of the census knows who was where; the row itself is folded from the log.
const candidatesSql = `
SELECT episode_id FROM (
  SELECT DISTINCT ON (episode_id) episode_id, site_id, programme, level, status FROM read.board_history
  WHERE recorded_at <= $1 AND episode_id > $2 AND ($3::text[] IS NULL OR episode_id = ANY($3))
  ORDER BY episode_id, version DESC
) last
WHERE ($4::text[] IS NULL OR site_id = ANY($4)) AND ($5::text[] IS NULL OR programme = ANY($5))
  AND ($6::text[] IS NULL OR level = ANY($6)) AND ($7::text[] IS NULL OR status = ANY($7))
ORDER BY episode_id LIMIT $8`;

/**
 * The rows of the board as they were known at a moment of the past, by episode id; `sort` is not looked at. A page may
 * hold fewer rows than its limit, or none, and still have a next one.
 * @throws CursorUnknown
 */
export async function readBoardAsOf(
  { database, contextFor, readEvents }: BoardAsOfSources,
  query: BoardQuery,
  asOf: Instant,
): Promise<Page<BoardRow>> {
  const { limit = 50, cursor, episodeIds } = query;
  const statuses = query.statuses ?? (episodeIds === undefined ? ['referred', 'active'] : undefined);
  const [after = ''] = cursor === undefined ? [] : keysOf(cursor, 'id');
  const { rows: candidates } = await database.query<{ episode_id: string }>({
    name: 'read.board-as-of',
    text: candidatesSql,
    values: [
      asOf,
      after,
      episodeIds ?? null,
      query.siteIds ?? null,
      query.programmes ?? null,
      query.levels ?? null,
      statuses ?? null,
      mostFolds + 1,
    ],
  });
  const ids = candidates.map(({ episode_id: id }) => id);
  const items: BoardRow[] = [];
  let looked = 0;
  while (looked < Math.min(ids.length, mostFolds) && items.length < limit) {
    const together = ids.slice(looked, looked + Math.min(foldsAtOnce, limit - items.length, mostFolds - looked));
    const journeys = await Promise.all(together.map(async (id) => journeyKnownAt(await readEvents(id), asOf)));
    looked += together.length;
    for (const journey of journeys) {
      const row = journey && boardRowAt(journey, contextFor, asOf);
      if (row !== undefined && fits(row, query)) items.push(row);
    }
  }
  const last = ids[looked - 1];
  return { items, next: looked < ids.length && last !== undefined ? cursorOf([last]) : null };
}

/**
 * The board's row at a moment of the past.
 * @param journey as it was known then
 * @param asOf the moment: deadlines passed by then are flagged, and weeks begun by then are shown
 */
export function boardRowAt(journey: OpenedJourney, contextFor: ContextFor, asOf: Instant): BoardRow {
  const context = rowContext(journey, contextFor);
  const row = boardRow(journey, context);
  const { transition } = row;
  const flags = new Set(row.flags);
  if (transition?.state === 'started' && isPast(transition.handOffDueAt, asOf)) flags.add('hand-off-overdue');
  if (journey.tasks.some(({ state, dueAt }) => state === 'open' && isPast(dueAt, asOf))) flags.add('task-overdue');
  const [screens] = projectWeeklyScreens({ before: notOpened(journey.episodeId), after: journey, events: 1 }, context);
  const stored = screens && { weekOne: screens.week_one, weeks: screens.weeks, symbols: screens.symbols };
  const weeks = stored === undefined ? [] : weeksUntil(stored, localDate(asOf, context.calendar), weeksOnRow);
  return { ...row, flags: inOrder(flags), weeks };
}

const isPast = (at: Instant | undefined, asOf: Instant): boolean => at !== undefined && at < asOf;

/** What the history of the census does not know. */
function fits({ patientId, flags, transition }: BoardRow, query: BoardQuery): boolean {
  return (
    (query.patientIds?.includes(patientId) ?? true) &&
    (query.flags?.some((flag) => flags.includes(flag)) ?? true) &&
    (query.transitionKinds?.some((kind) => kind === transition?.kind) ?? true) &&
    (query.transitionStates?.some((state) => state === transition?.state) ?? true)
  );
}
