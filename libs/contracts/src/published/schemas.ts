import { schemaPath } from '../names.ts';
import { schemaBook, type PublishedSchema } from '../published-schemas.ts';
import { publishedMessages, type PublishedMessage } from './messages.ts';

type Direction = PublishedMessage['direction'];

/** A message's data as JSON Schema 2020-12, whole in itself, as it is served at `schemaPath` of its type. */
export function schemaOf({ ceType, title, data, direction }: PublishedMessage): PublishedSchema {
  const book = schemaBook('#/$defs/');
  const own = book.schema(data);
  const parts = Object.keys(book.components).length === 0 ? {} : { $defs: book.components };
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  return asPublished({ $schema, $id: schemaPath(ceType), title, ...own, ...parts }, direction);
}

/** The schemas of all published messages, by their CloudEvents type. */
export function publishedSchemas(): ReadonlyMap<string, PublishedSchema> {
  return new Map([...publishedMessages].map(([ceType, message]) => [ceType, schemaOf(message)]));
}

/**
 * Without what only our own library says: another release of it must not look like another contract. What is sent may
 * gain fields at any time, so its readers are told to allow those that they do not know.
 */
export function asPublished(schema: PublishedSchema, direction: Direction): PublishedSchema {
  const said = Object.entries(schema).filter(
    ([keyword, value]) =>
      keyword !== 'readOnly' &&
      !(keyword === 'pattern' && 'format' in schema) &&
      !(keyword === 'minimum' && value === Number.MIN_SAFE_INTEGER) &&
      !(keyword === 'maximum' && value === Number.MAX_SAFE_INTEGER) &&
      !(keyword === 'additionalProperties' && value === false && direction === 'sent'),
  );
  return Object.fromEntries(
    said.map(([keyword, value]) => [
      keyword,
      keyword === 'properties' || keyword === '$defs' ? ofEach(value, direction) : inside(value, direction),
    ]),
  );
}

/** A field may be called like a keyword. */
const ofEach = (fields: unknown, direction: Direction): unknown =>
  Object.fromEntries(Object.entries(Object(fields)).map(([name, field]) => [name, inside(field, direction)]));

const inside = (value: unknown, direction: Direction): unknown => {
  if (Array.isArray(value)) return value.map((part) => inside(part, direction));
  return typeof value === 'object' && value !== null ? asPublished({ ...value }, direction) : value;
};
