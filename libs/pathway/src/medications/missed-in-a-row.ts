import type { Programme } from '../programme/programme.ts';
import { laterOf, plusHours, type Instant } from '../time.ts';
import type { Medication, MissedDoses } from './state.ts';

/** Doses missed without one taken in between, whatever number of records told of them. */
export interface MissedInARow {
  readonly from: Instant;
  readonly to: Instant;
  readonly doses: number;
  /** When the last of these records became known. */
  readonly knownAt: Instant;
  readonly eventId: string;
}

/**
 * The records of missed doses, put together: one that begins within the hours that the programme names goes on from
 * the one before, and one that lies within another tells nothing more unless it counts more doses.
 */
export function missedInARow({ missedDoses = [] }: Medication, { medications }: Programme): readonly MissedInARow[] {
  const { goOnWithinHours } = medications.missedDoses;
  const rows: MissedInARow[] = [];
  for (const record of missedDoses.toSorted(inOrder)) {
    const row = rows.at(-1);
    if (row !== undefined && record.from <= plusHours(row.to, goOnWithinHours))
      rows[rows.length - 1] = grown(row, record);
    else rows.push({ ...record, knownAt: record.recordedAt });
  }
  return rows;
}

function inOrder(a: MissedDoses, b: MissedDoses): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  // Of those that begin together the longest comes first: the others lie within it.
  if (a.to !== b.to) return a.to > b.to ? -1 : 1;
  return b.doses - a.doses;
}

function grown(row: MissedInARow, { from, to, doses, recordedAt, eventId }: MissedDoses): MissedInARow {
  const within = to <= row.to;
  const last = recordedAt >= row.knownAt ? { eventId } : {};
  return {
    from: row.from < from ? row.from : from,
    to: laterOf(row.to, to),
    doses: within ? Math.max(row.doses, doses) : row.doses + doses,
    knownAt: laterOf(row.knownAt, recordedAt),
    eventId: last.eventId ?? row.eventId,
  };
}

/** After how many doses missed in a row the prescriber is told: methadone loses tolerance later, and restarts lower. */
export const missedDosesThatCount = ({ medication }: Medication, { medications: { missedDoses } }: Programme): number =>
  missedDoses.byMedication[medication] ?? missedDoses.usual;

/** Whether doses were missed so shortly before that the medication need not be found. */
export const missedBefore = ({ missedDoses = [] }: Medication, at: Instant, hours: number): boolean =>
  missedDoses.some(({ from, to }) => from <= at && at <= plusHours(to, hours));
