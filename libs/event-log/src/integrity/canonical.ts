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
 * anew, gives the same text again. Our own because it runs for each event written, and refuses what `jsonb` cannot hold.
 * @throws NotCanonical for what JSON or `jsonb` cannot hold: NaN, infinity, dates, U+0000, half a surrogate pair
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical('a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object' && isPlain(value)) return fields(value);
  throw new NotCanonical(`a value of type ${typeof value}`);
}

function list(values: readonly unknown[]): string {
  let text = '[';
  for (const value of values) text += (text.length > 1 ? ',' : '') + canonical(value);
  return `${text}]`;
}

function fields(value: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field !== undefined) text += `${text.length > 1 ? ',' : ''}${quoted(key)}:${canonical(field)}`;
  }
  return `${text}}`;
}

/** Nothing to escape and nothing to refuse: nearly every text of an event. */
const plainText = /^[\u0020\u0021\u0023-\u005b\u005d-\u007e]*$/;

/** A text as JSON. @throws NotCanonical */
export function quoted(text: string): string {
  if (plainText.test(text)) return `"${text}"`;
  if (text.includes('\u0000')) throw new NotCanonical('a text with U+0000');
  if (!text.isWellFormed()) throw new NotCanonical('a text with half a surrogate pair');
  return JSON.stringify(text);
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A parsed request may come from another realm (jest): its plain objects have another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
