import { dayMs } from '../../marks/time.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Parts of the time axis that can be asked for by name. */
export const spans = ['whole', 'year', 'days-90', 'stay'] as const;
export type SpanName = (typeof spans)[number];

/** No closer than this: below it a week is wider than the picture. */
const leastMs = 5 * dayMs;

/** The part of the axis that a name means. The end of the whole is kept in sight: it is where people look. */
export function spanOf(name: SpanName, whole: Span, now: number, staySince: number | undefined): Span {
  const back = (days: number) => within({ from: Math.min(now, whole.to) - days * dayMs, to: whole.to }, whole);
  switch (name) {
    case 'whole':
      return { from: whole.from, to: whole.to };
    case 'year':
      return back(365);
    case 'days-90':
      return back(90);
    case 'stay':
      return staySince === undefined
        ? spanOf('whole', whole, now, undefined)
        : within({ from: staySince - 2 * dayMs, to: whole.to }, whole);
  }
}

/** Keeps a part inside of the whole, not narrower than a few days. */
export function within({ from, to }: Span, whole: Span): Span {
  const length = Math.min(Math.max(to - from, leastMs), whole.to - whole.from);
  const begin = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: begin, to: begin + length };
}

/** Closer (below 1) or farther, around its middle. */
export function zoomed({ from, to }: Span, by: number, whole: Span): Span {
  const [middle, half] = [(from + to) / 2, Math.max(((to - from) / 2) * by, leastMs / 2)];
  return within({ from: middle - half, to: middle + half }, whole);
}

/** Moved by a part of its length: negative is earlier. */
export const moved = ({ from, to }: Span, by: number, whole: Span): Span =>
  within({ from: from + (to - from) * by, to: to + (to - from) * by }, whole);

/** Between two places that were drawn over, in any direction; undefined for a mere press. */
export function drawnOver(a: number, b: number, whole: Span): Span | undefined {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return to - from < dayMs / 2 ? undefined : within({ from, to }, whole);
}
