import type { WorklistRow } from '@stepway/contracts';
import { timeStep, type Instant } from '@stepway/pathway';

/** Lays what the clock has added over a stored row. */
export function atMoment(row: WorklistRow, now: Instant): WorklistRow {
  const { step, points } = timeStep(row.actBy, now);
  if (points === 0) return row;
  const parts = [...row.parts, { part: 'time' as const, step, points }];
  return { ...row, points: row.points + points, parts: parts.toSorted((a, b) => b.points - a.points) };
}
