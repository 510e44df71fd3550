import type { Count } from '@stepway/contracts';
import { isSmall } from './least-shown.ts';

/**
 * Of numbers of people of whom each is among those before, as many as can stand below each other: none is small, and
 * none is a little less than one that is shown. The first one stays wherever it is no small group itself: the others are shares
 * of it. Of several such choices the one with the earlier numbers.
 */
export function longestShown(counts: readonly number[]): readonly Count[] {
  /** The longest choice that begins at each place. */
  const from: (readonly number[])[] = [];
  for (let at = counts.length - 1; at >= 0; at -= 1) {
    const count = counts[at] ?? 0;
    from[at] = !isSmall(count) ? [at, ...longest(after(at, count))] : [];
  }
  const [withFirst = []] = from;
  const shown = new Set(withFirst.length > 0 ? withFirst : longest(from));
  return counts.map((count, at) => (shown.has(at) ? count : null));

  function after(at: number, count: number): (readonly number[])[] {
    return from.slice(at + 1).filter(([next]) => next !== undefined && !isSmall(count - (counts[next] ?? 0)));
  }
}

const longest = (choices: readonly (readonly number[])[]): readonly number[] =>
  choices.reduce<readonly number[]>((best, choice) => (choice.length > best.length ? choice : best), []);
