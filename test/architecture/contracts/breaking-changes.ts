import { isDeepStrictEqual } from 'node:util';
import { alternatives, annotations, loosened, typesOf } from './keywords.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What a reader (of what is sent) or a sender (of what is taken) would stumble over. */
export interface Breaking {
  /** As in `results[].amount`, or `the whole`. */
  readonly field: string;
  readonly what: string;
}

export type Direction = 'sent' | 'taken';

/**
 * What of a published schema the new one breaks. Sent: only optional fields may be added, all else must stay as it is.
 * Taken: whatever was accepted must still be accepted. Words about a field are no part of it.
 */
export function breakingChanges(published: Schema, now: Schema, direction: Direction): readonly Breaking[] {
  const seen = new Set<string>();
  return compare({ published, now, field: '' }).map(({ field, what }) => ({ field: field || 'the whole', what }));

  interface Pair {
    readonly published: unknown;
    readonly now: unknown;
    readonly field: string;
  }

  function compare({ published: before, now: after, field }: Pair): readonly Breaking[] {
    const pair = `${refOf(before)} ${refOf(after)}`;
    // Schemas that refer to themselves: the same pair is the same answer.
    if (refOf(before) !== '' && seen.has(pair)) return [];
    seen.add(pair);
    const [old, fresh] = [resolved(before, published), resolved(after, now)];
    const keywords = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
    return keywords
      .filter((keyword) => !annotations.has(keyword))
      .flatMap((keyword) => compareKeyword(keyword, old, fresh, field));
  }

  function compareKeyword(keyword: string, old: Schema, fresh: Schema, field: string): readonly Breaking[] {
    const [before, after] = [old[keyword], fresh[keyword]];
    const broken = (what: string): readonly Breaking[] => [{ field, what }];
    if (keyword === 'properties') return fields(Object(before), Object(after), listed(fresh['required']), field);
    if (keyword === 'required') return required(listed(before), listed(after), Object(old['properties']), field);
    if (keyword === 'enum' || keyword === 'const') return values(old, fresh, keyword, field);
    if (keyword === 'type') {
      const held = direction === 'taken' && [...typesOf(before)].every((type) => typesOf(after).has(type));
      return held || isDeepStrictEqual(before, after) ? [] : broken(`type was ${said(before)}, is ${said(after)}`);
    }
    if (isSchema(before) && isSchema(after))
      return compare({ published: before, now: after, field: keyword === 'items' ? `${field}[]` : field });
    if (alternatives.has(keyword) && Array.isArray(before) && Array.isArray(after)) {
      const added = after.length - before.length;
      if (added < 0 || (added > 0 && (direction === 'sent' || keyword === 'allOf')))
        return broken(`${keyword} had ${before.length} forms, has ${after.length}`);
      return before.flatMap((form, at) => compare({ published: form, now: after[at], field }));
    }
    if (isDeepStrictEqual(before, after)) return [];
    return direction === 'taken' && loosened(keyword, before, after)
      ? []
      : broken(`${keyword} was ${said(before)}, is ${said(after)}`);
  }

  function fields(before: Schema, after: Schema, needed: readonly string[], field: string): readonly Breaking[] {
    const known = Object.keys(before).flatMap((name) => {
      const at = inside(field, name);
      return name in after
        ? compare({ published: before[name], now: after[name], field: at })
        : [{ field: at, what: 'it is gone' }];
    });
    const added = Object.keys(after).filter((name) => !(name in before) && needed.includes(name));
    return [...known, ...added.map((name) => ({ field: inside(field, name), what: 'it is new and required' }))];
  }

  function required(
    before: readonly string[],
    after: readonly string[],
    known: Schema,
    field: string,
  ): readonly Breaking[] {
    const dropped = direction === 'taken' ? [] : before.filter((name) => !after.includes(name));
    const added = after.filter((name) => !before.includes(name) && name in known);
    return [
      ...dropped.map((name) => ({ field: inside(field, name), what: 'it was always there, now it may be left out' })),
      ...added.map((name) => ({ field: inside(field, name), what: 'it was optional, is required' })),
    ];
  }

  function values(old: Schema, fresh: Schema, keyword: string, field: string): readonly Breaking[] {
    // A constant that became a list, or the other way, is told once.
    if (keyword === 'const' && ('enum' in old || 'enum' in fresh)) return [];
    const [before, after] = [valuesOf(old), valuesOf(fresh)];
    if (before === undefined && direction === 'sent') return [{ field, what: 'its values were open, are a list' }];
    if (after === undefined) return direction === 'taken' ? [] : [{ field, what: 'its values were a list, are open' }];
    const gone = (before ?? []).filter((value) => !after.includes(value));
    const added = direction === 'taken' ? [] : after.filter((value) => !(before ?? after).includes(value));
    if (before === undefined) return [{ field, what: 'its values were open, are a list' }];
    return [
      ...gone.map((value) => ({ field, what: `the value ${said(value)} is gone` })),
      ...added.map((value) => ({ field, what: `the value ${said(value)} is new, and readers do not know it` })),
    ];
  }
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const inside = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);
const said = (value: unknown): string => (value === undefined ? 'not said' : JSON.stringify(value));
const valuesOf = (schema: Schema): readonly unknown[] | undefined =>
  Array.isArray(schema['enum']) ? schema['enum'] : 'const' in schema ? [schema['const']] : undefined;
const refOf = (schema: unknown): string =>
  isSchema(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : '';

/** The schema itself, where it was a reference into its own document. */
function resolved(schema: unknown, whole: Schema): Schema {
  if (!isSchema(schema)) return {};
  const { $ref, ...beside } = schema;
  if (typeof $ref !== 'string') return schema;
  const part = Object(whole['$defs'])[$ref.replace('#/$defs/', '')];
  if (part === undefined) throw new Error(`No such part: ${$ref}`);
  return { ...resolved(part, whole), ...beside };
}
