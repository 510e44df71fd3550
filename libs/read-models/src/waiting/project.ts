import type { WaitingRow } from '@stepway/contracts';
import {
  admitBy,
  interimBegan,
  interimBy,
  keptPlace,
  rankOf,
  requestedAt,
  waitingMove,
  waitingPriority,
  waitsUntil,
  type OpenedJourney,
  type Programme,
} from '@stepway/pathway';
import type { Change } from '../change.ts';
import type { RowContext } from '../row-context.ts';
import type { WaitingTableRow } from './table.ts';

/** For what does a person wait? A row for every journey, so that rows depend on nothing else; most wait for nothing. */
export function projectWaiting({ after }: Change, { programme }: RowContext): readonly WaitingTableRow[] {
  const row = waitingRow(after, programme);
  if (row !== undefined) return [tableRow(row, rankIn(row, programme))];
  const { episodeId, patientId, version, siteId, programme: own, entryLevel, openedAt } = after;
  return [
    {
      episode_id: episodeId,
      version,
      patient_id: patientId,
      site_id: siteId,
      programme: own.id,
      level: entryLevel,
      queue: null,
      rank: 0,
      since: openedAt,
      row: '{}',
    },
  ];
}

const rankIn = ({ priority, urgent }: WaitingRow, { waitingList }: Programme): number =>
  priority === null ? (urgent ? 0 : 1) : rankOf(priority, waitingList);

const tableRow = (row: WaitingRow, rank: number): WaitingTableRow => ({
  episode_id: row.episodeId,
  version: row.version,
  patient_id: row.patientId,
  site_id: row.siteId,
  programme: row.programme,
  level: row.level,
  queue: row.queue,
  rank,
  since: row.since,
  row: JSON.stringify(row),
});

function waitingRow(journey: OpenedJourney, { waitingList }: Programme): WaitingRow | undefined {
  const { episodeId, patientId, version, siteId, programme } = journey;
  const known = { episodeId, patientId, version, siteId, programme: programme.id };
  if (journey.status === 'referred') {
    const level = journey.entryLevel;
    return {
      ...known,
      queue: 'applicants',
      level,
      from: null,
      since: requestedAt(journey),
      priority: waitingPriority(journey),
      admitBy: admitBy(journey, waitingList) ?? null,
      interimServicesBy: interimBy(journey, waitingList) ?? null,
      interimServicesAt: interimBegan(journey) ?? null,
      urgent: false,
      transitionId: null,
      offer: offerOf(journey, level),
    };
  }
  const move = waitingMove(journey);
  if (move?.waitingSince === undefined) return undefined;
  return {
    ...known,
    queue: 'moves',
    level: move.to,
    from: move.from,
    since: move.waitingSince,
    priority: null,
    admitBy: null,
    interimServicesBy: null,
    interimServicesAt: null,
    urgent: move.targetAt !== undefined,
    transitionId: move.transitionId,
    offer: null,
  };
}

function offerOf(journey: OpenedJourney, level: string): WaitingRow['offer'] {
  const place = keptPlace(journey, level);
  return place === undefined ? null : { slotId: place.slotId, startsAt: place.startsAt, keptUntil: waitsUntil(place) };
}
