import type { Count } from '@stepway/contracts';
import { isSmall, leastShown } from './least-shown.ts';
import { longestShown } from './nested.ts';

export interface PartsShown {
  readonly parts: readonly Count[];
  /** Null where the whole is a small group itself, or would give one away. */
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
  /** Parts whose total must not follow from them, because it is hidden elsewhere. */
  withoutTotal(parts: readonly number[]): readonly Count[];
  /** A total beside parts that are each worth more than it: it goes where it would give one of them away. */
  total(parts: readonly number[]): Count;
  /** Numbers of people of whom each is among those before: a small difference would be one subtraction away. */
  nested(counts: readonly number[]): readonly Count[];
  /** A number that other answers nearly give: to the nearest ten. */
  about(count: number): Count;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export const allGroupsShown: SmallGroups = {
  hidden: false,
  count: (count) => count,
  of: (_people, figure) => figure,
  parts: (parts) => ({ parts, total: sum(parts), hidden: 0 }),
  withoutTotal: (parts) => parts,
  total: sum,
  nested: (counts) => counts,
  about: (count) => count,
};

export const smallGroupsHidden: SmallGroups = {
  hidden: true,
  count: (count) => (isSmall(count) ? null : count),
  of: (people, figure) => (people < leastShown ? null : figure),
  parts: hideParts,
  withoutTotal: (parts) => {
    const small = parts.map(isSmall);
    const least = small.includes(true) ? undefined : Math.min(...parts.filter((part) => part > 0));
    const instead = least === undefined ? -1 : parts.indexOf(least);
    return parts.map((part, index) => (small[index] === true || index === instead ? null : part));
  },
  total: (parts) => {
    const small = parts.filter(isSmall);
    return (small.length === 0 || isOpen(small)) && !isSmall(sum(parts)) ? sum(parts) : null;
  },
  nested: longestShown,
  about: (count) => (isSmall(count) ? null : Math.round(count / 10) * 10),
};

/**
 * Whether of parts that are hidden, and of whom the total is known, each may be anything from 1 to 10: what the others
 * leave for it at most, since a part without anybody is shown.
 */
const isOpen = (hidden: readonly number[]): boolean =>
  hidden.length > 1 && sum(hidden) - (hidden.length - 1) >= leastShown - 1;

/**
 * Hides small parts; and, only where the total would then say too much of them, one more: the next smallest, which is
 * enough. Where there is none, the total goes.
 */
function hideParts(parts: readonly number[]): PartsShown {
  const total = sum(parts);
  const ascending = parts.map((_, index) => index).filter((index) => parts[index] !== 0);
  ascending.sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  const of = (indices: readonly number[]): number[] => indices.map((index) => parts[index] ?? 0);
  const small = ascending.filter((index) => isSmall(parts[index] ?? 0));
  if (small.length === 0) return { parts, total, hidden: 0 };
  const hidden = isOpen(of(small)) ? small : ascending.slice(0, small.length + 1);
  const shown = parts.map((part, index) => (hidden.includes(index) ? null : part));
  if (isSmall(total) || !isOpen(of(hidden))) return { parts: shown, total: null, hidden: null };
  return { parts: shown, total, hidden: sum(of(hidden)) };
}
