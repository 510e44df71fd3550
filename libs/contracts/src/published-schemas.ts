import { z } from 'zod';

/** A JSON Schema (2020-12) as it is published. */
export type PublishedSchema = Readonly<Record<string, unknown>>;

/** Collects the named schemas of a document, so that each is written once and referred to. */
export interface SchemaBook {
  /** The schema, its named parts as references into the book. */
  schema(schema: z.ZodType): PublishedSchema;
  /** Everything referred to so far, by name. */
  readonly components: Readonly<Record<string, PublishedSchema>>;
}

/**
 * Published as they are read: fields with a default may be left out, and readers of answers and events allow fields
 * they do not know.
 * @param prefix of a reference: `#/components/schemas/`
 */
export function schemaBook(prefix: string): SchemaBook {
  const components: Record<string, PublishedSchema> = {};
  const redirect = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(redirect);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === '$ref' ? target(part) : redirect(part)]),
    );
  };
  const target = (reference: unknown): unknown =>
    typeof reference === 'string' ? reference.replace(/^#\/\$defs\//, prefix) : reference;

  return {
    components,
    schema: (schema) => {
      const { $schema: _, $defs: parts, id, ...whole } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
      for (const [name, part] of Object.entries(parts ?? {})) components[name] ??= withoutId(redirect(part));
      if (id === undefined) return withoutId(redirect(whole));
      components[id] ??= withoutId(redirect(whole));
      return { $ref: `${prefix}${id}` };
    },
  };
}

/** The name stands in the book; inside the schema it would be taken for an address. */
function withoutId(schema: unknown): PublishedSchema {
  if (typeof schema !== 'object' || schema === null) return {};
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'id'));
}
