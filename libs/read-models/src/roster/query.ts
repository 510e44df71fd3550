import type { RosterPerson } from '@stepway/contracts';
import { plusDays, type AgeGroup, type Instant, type Programme } from '@stepway/pathway';
import type { Database } from '../table.ts';
import type { StoredRosterRow } from './project.ts';
import { stageOf } from './stage.ts';

/** Who is on record in a group within so many days belongs to it. */
const memberDays = 28;
/** A group has a dozen people; so many are read at most. */
const mostMembers = 200;
const mostOthers = 30;
/** So many sessions before are shown. */
const sessionsBefore = 6;

export interface RosterQuery {
  readonly siteId: string;
  readonly group: {
    readonly groupId: string;
    readonly levels: readonly string[];
    readonly age: AgeGroup;
    readonly stage: RosterPerson['stage'];
  };
  readonly startsAt: Instant;
  readonly programmeOf: (id: string) => Programme | undefined;
}

const membersSql = `
SELECT row, adult_from <= $3 AS adult FROM read.roster
WHERE active AND group_ids @> ARRAY[$2] AND site_id = $1
  AND EXISTS (SELECT FROM jsonb_array_elements(row->'groups'->$2) s
    WHERE (s->>'startedAt')::timestamptz BETWEEN $4 AND $3::timestamptz)
ORDER BY episode_id LIMIT $5`;

// Level by level, so that each is read in the order of its index.
const othersSql = `
SELECT o.row, o.adult FROM unnest($2::text[]) AS l(level) CROSS JOIN LATERAL (
  SELECT row, adult_from <= $3 AS adult, last_group_at, level_since, episode_id FROM read.roster r
  WHERE active AND r.site_id = $1 AND r.level = l.level AND last_group_at < $4::timestamptz
    AND (adult_from <= $3::timestamptz) = $5 AND level_since <= $3
  ORDER BY last_group_at, level_since DESC LIMIT $6
) o ORDER BY o.last_group_at, o.level_since DESC, o.episode_id LIMIT $6`;

interface Found {
  readonly row: StoredRosterRow;
  readonly adult: boolean;
}

/** Who was in the group lately, and for whom else it is meant. */
export async function readRoster(
  database: Database,
  query: RosterQuery,
): Promise<{ readonly members: readonly RosterPerson[]; readonly others: readonly RosterPerson[] }> {
  const { siteId, group, startsAt } = query;
  const since = plusDays(startsAt, -memberDays);
  const members = await database.query<Found>({
    name: 'read.roster-members',
    text: membersSql,
    values: [siteId, group.groupId, startsAt, since, mostMembers],
  });
  const others = await database.query<Found>({
    name: 'read.roster-others',
    text: othersSql,
    values: [siteId, group.levels, startsAt, since, group.age === 'adult', mostOthers],
  });
  const person = (found: Found): RosterPerson => personIn(found, query);
  const fits = ({ stage }: RosterPerson): number => (stage === group.stage ? 0 : 1);
  return {
    members: members.rows.map(person),
    others: others.rows.map(person).toSorted((a, b) => fits(a) - fits(b)),
  };
}

/** Named people as the roster would show them: those added by hand. */
export async function readForRoster(
  database: Database,
  episodeIds: readonly string[],
  query: RosterQuery,
): Promise<readonly RosterPerson[]> {
  const { rows } = await database.query<Found>({
    name: 'read.roster-added',
    text: `SELECT row, adult_from <= $2 AS adult FROM read.roster WHERE episode_id = ANY($1)`,
    values: [episodeIds, query.startsAt],
  });
  return rows.map((found) => personIn(found, query));
}

function personIn({ row, adult }: Found, { group, startsAt, programmeOf }: RosterQuery): RosterPerson {
  const { groups, ...person } = row;
  const sessions = groups[group.groupId] ?? [];
  const recorded = sessions.find((session) => session.startedAt === startsAt);
  return {
    ...person,
    ageGroup: adult ? 'adult' : 'adolescent',
    stage: stageOf(person, startsAt, programmeOf(person.programme.id)),
    recorded:
      recorded === undefined
        ? null
        : { sessionId: recorded.sessionId, attendance: recorded.attendance, minutes: recorded.minutes },
    before: sessions
      .filter((session) => session.startedAt < startsAt)
      .slice(-sessionsBefore)
      .map(({ startedAt, attendance }) => ({ startedAt, attendance })),
  };
}
