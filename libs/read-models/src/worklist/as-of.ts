import type { WorklistRow } from '@stepway/contracts';
import type { CareEvent, Instant } from '@stepway/pathway';
import type { PastSources } from '../board/as-of.ts';
import { countedLevel } from '../board/project.ts';
import type { ContextFor } from '../change.ts';
import { cursorOf, keysOf, type Page } from '../cursor.ts';
import { journeyAt, type PastMoment } from '../past/past.ts';
import { streamsOf } from '../past/streams.ts';
import { atMoment } from './at-moment.ts';
import type { WorklistQuery } from './query.ts';
import { openTasksOf, worklistRow } from './row.ts';

/** A page folds at most so many journeys from the log. */
const mostFolds = 200;

// Who had a task that ended later, or still stands; also one that was opened again since. The rest is folded.
const candidatesSql = `
SELECT DISTINCT episode_id FROM read.worklist
WHERE (is_open OR ended_at > $1) AND episode_id > $2 AND ($3::text[] IS NULL OR site_id = ANY($3))
  AND ($4::text[] IS NULL OR episode_id = ANY($4))
ORDER BY episode_id LIMIT ${mostFolds + 1}`;

/**
 * The tasks that were open at a moment of the past, in the sense that is asked for. A page has those of so many journeys, ranked
 * among themselves; the limit is not looked at.
 * @throws CursorUnknown
 */
export async function readWorklistAsOf(
  { database, contextFor, readEvents }: PastSources,
  query: WorklistQuery,
  moment: PastMoment,
): Promise<Page<WorklistRow>> {
  const [after = ''] = query.cursor === undefined ? [] : keysOf(query.cursor, 'id');
  const { rows } = await database.query<{ episode_id: string }>({
    name: 'read.worklist-as-of',
    text: candidatesSql,
    values: [moment.asOf, after, query.siteIds ?? null, query.episodeIds ?? null],
  });
  const ids = rows.slice(0, mostFolds).map(({ episode_id: id }) => id);
  const items: Candidate[] = [];
  for await (const events of streamsOf(ids, readEvents)) items.push(...tasksAt(events, query, moment, contextFor));
  const last = ids.at(-1);
  return {
    items: items
      .toSorted((a, b) => b.points - a.points || (a.actBy < b.actBy ? -1 : 1))
      .map(({ team: _team, counted: _counted, ...row }) => row),
    next: rows.length > mostFolds && last !== undefined ? cursorOf([last]) : null,
  };
}

/** The tasks of one journey that are asked for, with what the clock said then. */
export function tasksAt(
  events: readonly CareEvent[],
  query: WorklistQuery,
  moment: PastMoment,
  contextFor: ContextFor,
): readonly Candidate[] {
  const journey = journeyAt(events, moment);
  if (journey === undefined) return [];
  // Without what the journey's run waits for, which no task says: that takes as long as the fold.
  const context = contextFor(journey, moment.asOf);
  const team = journey.careTeam.map(({ staffId }) => staffId);
  const counted = countedLevel(journey);
  return openTasksOf(journey)
    .map((task) => ({ ...atMoment(worklistRow(journey, task, context), moment.asOf), team, counted }))
    .filter((row) => fits(row, query, moment.asOf));
}

/** With what is asked for beside the row: who cares for the person, and where the census counts them. */
type Candidate = WorklistRow & { readonly team: readonly string[]; readonly counted: string };

function fits(row: Candidate, query: WorklistQuery, asOf: Instant): boolean {
  const { actBefore } = query;
  const end = typeof actBefore === 'object' ? actBefore.get(row.siteId) : actBefore;
  return (
    (query.programmes?.includes(row.programme.id) ?? true) &&
    (query.levels?.includes(row.counted) ?? true) &&
    (query.kinds?.includes(row.kind) ?? true) &&
    (query.roles?.includes(row.role) ?? true) &&
    (query.taskIds?.includes(row.taskId) ?? true) &&
    (query.urgent === undefined || query.urgent === row.urgent) &&
    (query.ownedBy === undefined || query.ownedBy === row.owner?.staffId) &&
    (query.team?.some((one) => one === row.owner?.staffId || row.team.includes(one)) ?? true) &&
    (query.unowned !== true || row.owner === null) &&
    (query.withSnoozed === true || (row.snoozedUntil ?? '') <= asOf) &&
    (end === undefined || row.actBy <= end)
  );
}
