import type { Check, Path } from './check.ts';

/** A published programme is kept as it is: PostgreSQL has no U+0000, and half a surrogate pair is no text. */
export const textsThatCanBeKept: Check = (programme, fault) => {
  for (const path of notKept(programme, [])) fault(path, 'has a character that cannot be kept');
};

function notKept(value: unknown, path: Path): readonly Path[] {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => notKept(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => notKept(field, [...path, key]));
}
