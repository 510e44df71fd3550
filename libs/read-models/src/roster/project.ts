import type { RosterPerson } from '@stepway/contracts';
import { startOfDay, type OpenedJourney, type Session } from '@stepway/pathway';
import { countedLevel } from '../board/project.ts';
import type { Change } from '../change.ts';
import { leaveKind } from '../leave-view.ts';
import type { RowContext } from '../row-context.ts';
import { codes } from '../table.ts';
import type { RosterTableRow } from './table.ts';

/** So many sessions of each group are kept. */
const sessionsKept = 12;

type InGroup = Pick<Session, 'sessionId' | 'startedAt' | 'attendance' | 'minutes'>;

/** What a roster shows of a person, of whichever group and session. */
export interface StoredRosterRow extends Pick<
  RosterPerson,
  'episodeId' | 'patientId' | 'programme' | 'level' | 'levelSince' | 'leave'
> {
  /** The last sessions of each group, the oldest first. */
  readonly groups: Readonly<Record<string, readonly InGroup[]>>;
}

/** In which groups was a person, and for which might they be meant? A row for every journey. */
export function projectRoster({ after: journey }: Change, context: RowContext): readonly RosterTableRow[] {
  const groups = groupsOf(journey);
  const level = countedLevel(journey);
  const levelSince = journey.status === 'active' ? journey.stay.since : journey.openedAt;
  const { episodeId, patientId, programme } = journey;
  const row: StoredRosterRow = {
    ...{ episodeId, patientId, programme, level, levelSince, groups },
    leave: leaveKind(journey),
  };
  return [
    {
      episode_id: episodeId,
      version: journey.version,
      patient_id: patientId,
      site_id: journey.siteId,
      level,
      active: journey.status === 'active',
      level_since: levelSince,
      adult_from: adultFrom(journey, context),
      group_ids: codes(Object.keys(groups)),
      last_group_at: lastOf(Object.values(groups).flat()),
      row: JSON.stringify(row),
    },
  ];
}

function groupsOf({ sessions }: OpenedJourney): StoredRosterRow['groups'] {
  // A map, because the id of a group may be any word, as `constructor`.
  const byGroup = Map.groupBy(sessions, ({ groupId }) => groupId);
  return Object.fromEntries(
    [...byGroup]
      .flatMap(([groupId, all]) => (groupId === undefined ? [] : [[groupId, lastKept(all)] as const]))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const lastKept = (sessions: readonly Session[]): readonly InGroup[] =>
  sessions
    .map(({ sessionId, startedAt, attendance, minutes }) => ({ sessionId, startedAt, attendance, minutes }))
    .toSorted(inOrder)
    .slice(-sessionsKept);

/** Of two at the same moment by id, so that any order of arrival shows the same. */
const inOrder = (a: InGroup, b: InGroup): number =>
  a.startedAt === b.startedAt ? (a.sessionId < b.sessionId ? -1 : 1) : a.startedAt < b.startedAt ? -1 : 1;

const lastOf = (sessions: readonly InGroup[]): string => sessions.toSorted(inOrder).at(-1)?.startedAt ?? '-infinity';

/** Since when they are an adult; of an adolescent whose birthday is not known, never. */
function adultFrom({ ageGroup, turns18On }: OpenedJourney, { calendar }: RowContext): string {
  if (ageGroup === 'adult') return '-infinity';
  return turns18On === undefined ? 'infinity' : startOfDay(turns18On, calendar);
}
