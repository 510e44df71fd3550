/** Content that JSON in PostgreSQL would refuse or change: it would not come back as it was hashed. */
export class NotCanonical extends Error {
  readonly code = 'NotCanonical';
  constructor(why: string) {
    super(`An event's content cannot be written in canonical form: ${why}`);
  }
}

/**
 * One text for one JSON value (RFC 8785): keys in order of their code units, numbers as JavaScript writes them,
 * fields that are `undefined` left out. A value that went through `jsonb`, which reorders keys and spells numbers
 * anew, gives the same text again.
 * @throws NotCanonical for what JSON or `jsonb` cannot hold: NaN, infinity, dates, U+0000, half a surrogate pair
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical('a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${quoted(key)}:${canonical(field)}`).join(',')}}`;
  }
  throw new NotCanonical(`a value of type ${typeof value}`);
}

function quoted(text: string): string {
  if (text.includes('\u0000')) throw new NotCanonical('a text with U+0000');
  if (!text.isWellFormed()) throw new NotCanonical('a text with half a surrogate pair');
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A parsed request may come from another realm (jest): its plain objects have another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
