/**
 * Seeded chance: the same words always give the same number, from 0 up to 1, on every host. A hash (FNV-1a, mixed as in
 * MurmurHash 3) and no generator, so that a draw does not depend on the draws before it. Not for secrets.
 */
export function chance(...seed: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of seed.join('\u0000')) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number from `minimum` to `maximum`, both included. */
export const wholeNumber = (minimum: number, maximum: number, drawn: number): number =>
  minimum + Math.floor(drawn * (maximum - minimum + 1));
