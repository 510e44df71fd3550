import type { Count } from '@stepway/contracts';

/** Smaller groups are not shown to viewers who have no need of them (CMS cell-size practice; clinical-reference §6). */
export const leastShown = 11;

const isSmall = (count: number): boolean => count > 0 && count < leastShown;

export interface PartsShown {
  readonly parts: readonly Count[];
  /** Null where the whole is a small group itself. */
  readonly total: Count;
  /** What the hidden parts come to together; 0 where none is hidden. */
  readonly hidden: Count;
}

/** What of figures may be shown. */
export interface SmallGroups {
  readonly hidden: boolean;
  /** A figure that stands alone. */
  count(count: number): Count;
  /** A figure of so many people: its own worth is what is hidden. */
  of(people: number, figure: number | null): number | null;
  /** The parts of a total that is shown, and that do not overlap. */
  parts(parts: readonly number[]): PartsShown;
  /** Numbers of people of whom each is among those before: an early small difference would be one subtraction away. */
  nested(counts: readonly number[]): readonly Count[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export const allGroupsShown: SmallGroups = {
  hidden: false,
  count: (count) => count,
  of: (_people, figure) => figure,
  parts: (parts) => ({ parts, total: sum(parts), hidden: 0 }),
  nested: (counts) => counts,
};

export const smallGroupsHidden: SmallGroups = {
  hidden: true,
  count: (count) => (isSmall(count) ? null : count),
  of: (people, figure) => (people < leastShown ? null : figure),
  parts: hideParts,
  nested: (counts) => {
    let shown: number | undefined;
    return counts.map((count) => {
      if (isSmall(count) || (shown !== undefined && isSmall(Math.abs(shown - count)))) return null;
      shown = count;
      return count;
    });
  },
};

/**
 * Hides small parts, and then the next smallest until what is hidden are at least two parts and eleven people
 * together: what the total leaves over then says of no part how large it is.
 */
function hideParts(parts: readonly number[]): PartsShown {
  const total = sum(parts);
  if (isSmall(total)) return { parts: parts.map((part) => (part === 0 ? 0 : null)), total: null, hidden: null };
  const ascending = parts.map((_, index) => index).filter((index) => parts[index] !== 0);
  ascending.sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  const hidden = new Set<number>();
  let together = 0;
  for (const index of ascending) {
    const part = parts[index] ?? 0;
    const enough = hidden.size === 0 || (hidden.size > 1 && together >= leastShown);
    if (!isSmall(part) && enough) break;
    hidden.add(index);
    together += part;
  }
  return { parts: parts.map((part, index) => (hidden.has(index) ? null : part)), total, hidden: together };
}
