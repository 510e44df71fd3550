import type { BoardRow, TransitionView } from '@stepway/contracts';
import { localDate, type CareEvent, type EventType, type Instant, type OpenedJourney } from '@stepway/pathway';
import type { ContextFor } from '../change.ts';
import { cursorOf, keysOf, type Page } from '../cursor.ts';
import { contextAt, journeyAt, toldLater, type PastMoment } from '../past/past.ts';
import { streamsOf } from '../past/streams.ts';
import type { Database } from '../table.ts';
import { weeksAt } from '../weekly-screens/as-of.ts';
import { unclearSql } from '../census/unclear.ts';
import { inHandOff, openTransition, transitionView } from '../transition-view.ts';
import { eventsBehind } from './first-said-by.ts';
import { flagsOf, inOrder, type BoardFlag } from './flags.ts';
import { boardRow, countedLevel } from './project.ts';
import type { BoardQuery } from './asked.ts';
import { weeksOnRow } from './query.ts';

export interface PastSources {
  readonly database: Database;
  readonly contextFor: ContextFor;
  /** All events of one journey, in order, from the log. */
  readonly readEvents: (episodeId: string) => Promise<readonly CareEvent[]>;
}

/** Each row is a journey folded from the log: one question folds at most so many, and the page then ends early. */
const mostFolds = 200;

// The history of the census knows who was where; the row itself is folded from the log.
const candidatesSql = (told: 'recorded_at' | 'occurred_at', types: readonly EventType[] | undefined): string => `
SELECT episode_id FROM (
  SELECT DISTINCT ON (episode_id) episode_id, version, site_id, programme, level, status, in_hand_off FROM read.board_history
  WHERE ${told} <= $1 AND episode_id > $2 AND ($3::text[] IS NULL OR episode_id = ANY($3))
  ORDER BY episode_id, version DESC
) last
WHERE ((($4::text[] IS NULL OR site_id = ANY($4)) AND ($5::text[] IS NULL OR programme = ANY($5))
  AND ($6::text[] IS NULL OR level = ANY($6)) AND ($7::text[] IS NULL OR status = ANY($7)) AND (in_hand_off OR NOT $9::boolean))
  OR ${told === 'occurred_at' ? unclearSql('$1') : 'false'})${types === undefined ? '' : ` AND ${everSaid(types)}`}
ORDER BY episode_id LIMIT $8`;

// In the words of the index: the types stand in the text.
const everSaid = (types: readonly EventType[]): string => `EXISTS (SELECT FROM log.event e
  WHERE e.episode_id = last.episode_id AND e.type IN (${types.map((type) => `'${type}'`).join(', ')}))`;

/**
 * The rows of the board as of a moment of the past, by episode id: `sort` is not looked at. A page may hold fewer rows than its
 * limit, or none, and still have a next one.
 * @throws CursorUnknown
 */
export async function readBoardAsOf(
  { database, contextFor, readEvents }: PastSources,
  query: BoardQuery,
  moment: PastMoment,
): Promise<Page<BoardRow>> {
  const { limit = 50, cursor, episodeIds } = query;
  const statuses = query.statuses ?? (episodeIds === undefined ? ['referred', 'active'] : undefined);
  const [after = ''] = cursor === undefined ? [] : keysOf(cursor, 'id');
  const types = eventsBehind(query.flags);
  const { rows: candidates } = await database.query<{ episode_id: string }>({
    ...(types === undefined && { name: `read.board-as-of-${moment.sense}` }),
    text: candidatesSql(moment.sense === 'known' ? 'recorded_at' : 'occurred_at', types),
    values: [
      moment.asOf,
      after,
      episodeIds ?? null,
      query.siteIds ?? null,
      query.programmes ?? null,
      query.levels ?? null,
      statuses ?? null,
      mostFolds + 1,
      query.among === 'hand-offs',
    ],
  });
  const ids = candidates.map(({ episode_id: id }) => id);
  const items: BoardRow[] = [];
  let looked = 0;
  for await (const events of streamsOf(ids.slice(0, mostFolds), readEvents, () => limit - items.length)) {
    looked += 1;
    const journey = journeyAt(events, moment);
    // What a row waits for and shows beside costs more than its fold: only of the rows that are shown.
    if (journey && fits(journey, { ...query, statuses }) && asksFor(journey, query, moment.asOf))
      items.push(boardRowOf(journey, events, moment, contextFor));
    if (items.length >= limit) break;
  }
  const last = ids[looked - 1];
  return { items, next: looked < ids.length && last !== undefined ? cursorOf([last]) : null };
}

/** The board's row at a moment of the past; undefined before the journey was opened. */
export function boardRowAt(
  events: readonly CareEvent[],
  moment: PastMoment,
  contextFor: ContextFor,
): BoardRow | undefined {
  const journey = journeyAt(events, moment);
  return journey && boardRowOf(journey, events, moment, contextFor);
}

/**
 * Deadlines passed by then are flagged, and weeks begun by then are shown.
 * @param journey as it was then
 */
function boardRowOf(
  journey: OpenedJourney,
  events: readonly CareEvent[],
  moment: PastMoment,
  contextFor: ContextFor,
): BoardRow {
  const { asOf } = moment;
  const context = contextAt(events, moment, journey, contextFor);
  const weeks = weeksAt(journey, context, localDate(asOf, context.calendar), weeksOnRow);
  const flags = inOrder(flagsAt(journey, asOf));
  return { ...boardRow(journey, context), flags, weeks: [...weeks], toldLater: toldLater(events, asOf) };
}

function flagsAt(journey: OpenedJourney, asOf: Instant): ReadonlySet<BoardFlag> {
  const flags = new Set(flagsOf(journey));
  const move = moveOf(journey);
  if (move?.state === 'started' && isPast(move.handOffDueAt, asOf)) flags.add('hand-off-overdue');
  if (journey.tasks.some(({ state, dueAt }) => state === 'open' && isPast(dueAt, asOf))) flags.add('task-overdue');
  return flags;
}

const isPast = (at: Instant | undefined, asOf: Instant): boolean => at !== undefined && at < asOf;

function moveOf(journey: OpenedJourney): TransitionView | undefined {
  const transition = openTransition(journey);
  return transition && transitionView(transition);
}

/** Where the journey was, which the history does not always know. */
function fits(
  journey: OpenedJourney,
  { siteIds, programmes, levels, statuses, patientIds, among }: BoardQuery,
): boolean {
  return (
    (among !== 'hand-offs' || inHandOff(journey)) &&
    (siteIds?.includes(journey.siteId) ?? true) &&
    (programmes?.includes(journey.programme.id) ?? true) &&
    (levels?.includes(countedLevel(journey)) ?? true) &&
    (statuses?.includes(journey.status) ?? true) &&
    (patientIds?.includes(journey.patientId) ?? true)
  );
}

function asksFor(journey: OpenedJourney, { flags, transitionKinds }: BoardQuery, asOf: Instant): boolean {
  const own = flags && flagsAt(journey, asOf);
  return (
    (flags?.some((flag) => own?.has(flag)) ?? true) &&
    (transitionKinds?.some((kind) => kind === openTransition(journey)?.kind) ?? true)
  );
}
