import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded chance: the same words give the same draws, in any order of the people they are asked for. */
export interface Chance {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True `perCent` times in a hundred. */
  happens(perCent: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  shuffle<T>(items: readonly T[]): T[];
}

export function chance(...seed: readonly (string | number)[]): Chance {
  const generator = xoroshiro128plus(createHash('sha256').update(JSON.stringify(seed)).digest().readInt32BE());
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  return {
    int,
    happens: (perCent) => int(1, 100) <= perCent,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: int(0, 0x7fffffff) }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
