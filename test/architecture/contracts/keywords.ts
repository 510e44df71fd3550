/** Words about a schema, which bind nobody, and the parts that are looked at where they are referred to. */
export const annotations: ReadonlySet<string> = new Set([
  ...['$schema', '$id', '$defs', '$comment', 'title', 'description', 'examples', 'deprecated', 'readOnly', 'default'],
]);

export const alternatives: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);

/** A number may be a whole one. */
export function typesOf(type: unknown): ReadonlySet<string> {
  const types = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : every;
  return new Set(types.includes('number') ? [...types, 'integer'] : types);
}
const every = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/** Whether everything that kept to the old limit keeps to the new one. */
export function loosened(keyword: string, before: unknown, after: unknown): boolean {
  if (after === undefined) return true; // every keyword only narrows
  if (typeof before !== 'number' || typeof after !== 'number') return false;
  const limit = limits.get(keyword);
  return limit !== undefined && (limit === 'most' ? after >= before : after <= before);
}

const limits: ReadonlyMap<string, 'most' | 'least'> = new Map([
  ...(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const).map(
    (keyword) => [keyword, 'most'] as const,
  ),
  ...(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const).map(
    (keyword) => [keyword, 'least'] as const,
  ),
]);
