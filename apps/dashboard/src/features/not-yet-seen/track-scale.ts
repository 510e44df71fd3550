import { dayMs } from '../../marks/time.ts';
import type { HandOff } from './hand-off.ts';

/** From which moment to which the tracks of all rows are drawn: one scale, so that one line can say "now". */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

const atMost = { before: 9 * dayMs, after: 14 * dayMs };
const atLeast = 2 * dayMs;

/** A scale that holds what is drawn, without a very late or far one making all others small. */
export function scaleOf(rows: readonly HandOff[], now: number): Scale {
  const begins = rows.flatMap(({ transition: { startedAt } }) =>
    startedAt === undefined ? [] : [Date.parse(startedAt)],
  );
  const ends = rows.map(({ transition: { handOffDueAt } }) => Date.parse(handOffDueAt));
  return {
    from: Math.min(Math.max(Math.min(now, ...begins), now - atMost.before), now - atLeast) - dayMs / 4,
    to: Math.max(Math.min(Math.max(now, ...ends), now + atMost.after), now + atLeast) + dayMs / 4,
  };
}

/** Where a moment stands, in percent; what lies outside stands at the edge. */
export const placeOf = (at: string | number, { from, to }: Scale): number => {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  return Math.min(100, Math.max(0, ((ms - from) / (to - from)) * 100));
};

/** Days that the axis names, at some distance from each other and from "now". */
export function daysNamed({ from, to }: Scale, now: number, most = 6): readonly number[] {
  const step = Math.max(1, Math.ceil((to - from) / dayMs / most)) * dayMs;
  const apart = (to - from) / 14;
  const days: number[] = [];
  for (let at = now - Math.floor((now - from) / step) * step; at <= to; at += step)
    if (Math.abs(at - now) > apart && at - from > apart / 2 && to - at > apart / 2) days.push(at);
  return days;
}
