import { commandBodies } from '@stepway/contracts';
import { z } from 'zod';
import type { CommandName } from '../../api/commands.ts';

/** A field as a person fills it in, read from the contract. */
export type Field =
  | { readonly kind: 'instant' | 'date' | 'id' | 'code' | 'yes-no' }
  /** `sealed`: words of a person, kept under the patient's key. */
  | { readonly kind: 'text'; readonly sealed: boolean; readonly most: number | undefined }
  | { readonly kind: 'number'; readonly whole: boolean; readonly least?: number; readonly most?: number }
  | { readonly kind: 'choice'; readonly options: readonly (string | number)[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'group'; readonly fields: readonly NamedField[] }
  | { readonly kind: 'list'; readonly of: Field; readonly least: number }
  /** One of several shapes, told apart by the value of `on`. */
  | {
      readonly kind: 'variants';
      readonly on: string;
      readonly variants: Readonly<Record<string, readonly NamedField[]>>;
    }
  /** A value for each of some keys, all of them optional. */
  | { readonly kind: 'table'; readonly keys: readonly string[]; readonly of: Field }
  /** A value for each key that somebody names: questions of an instrument, levels of a programme. */
  | { readonly kind: 'record'; readonly of: Field }
  /** A list, or a word that stands instead of it. */
  | { readonly kind: 'list-or'; readonly list: Field; readonly word: string };

export interface NamedField {
  readonly name: string;
  readonly field: Field;
  readonly required: boolean;
  /** What the contract fills in where nothing is said. */
  readonly preset?: unknown;
}

interface Json {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Json>>;
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly format?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly propertyNames?: Json;
  readonly additionalProperties?: Json | boolean;
}

/** What the named scalars of the contracts are for a person who fills in a form. */
const named: Readonly<Record<string, Field>> = {
  Instant: { kind: 'instant' },
  LocalDate: { kind: 'date' },
  CallerId: { kind: 'id' },
  CrisisId: { kind: 'id' },
  TaskId: { kind: 'id' },
  Uuid: { kind: 'id' },
  Code: { kind: 'code' },
  FreeText: { kind: 'text', sealed: true, most: 2000 },
};

/** The fields of a command, in the order of its contract. Every command has a form: what is not known here throws. */
export function fieldsOf(command: CommandName): readonly NamedField[] {
  const schema = z.toJSONSchema(commandBodies[command], { io: 'input' }) as Json;
  return namedFields(schema, schema.$defs ?? {});
}

function namedFields({ properties = {}, required = [] }: Json, defs: Json['$defs'], without?: string): NamedField[] {
  return Object.entries(properties)
    .filter(([name]) => name !== without)
    .map(([name, json]) => ({
      name,
      field: fieldOf(json, defs),
      required: required.includes(name),
      ...(json.default === undefined ? {} : { preset: json.default }),
    }));
}

function fieldOf(json: Json, defs: Json['$defs']): Field {
  if (json.$ref !== undefined) {
    const name = json.$ref.split('/').at(-1) ?? '';
    const inner = defs?.[name];
    return named[name] ?? (inner === undefined ? unknown(json) : fieldOf(inner, defs));
  }
  if (json.enum !== undefined) return { kind: 'choice', options: json.enum };
  if (json.anyOf !== undefined) return unionOf(json.anyOf, defs);
  if (json.oneOf !== undefined) return variantsOf(json.oneOf, defs);
  if (json.type === 'string')
    return json.format === 'date' ? { kind: 'date' } : { kind: 'text', sealed: false, most: json.maxLength };
  if (json.type === 'integer' || json.type === 'number')
    return { kind: 'number', whole: json.type === 'integer', ...boundsOf(json) };
  if (json.type === 'boolean') return { kind: 'yes-no' };
  if (json.type === 'array') return listOf(json, defs);
  return json.type === 'object' ? objectOf(json, defs) : unknown(json);
}

function boundsOf({ minimum, exclusiveMinimum, maximum }: Json): { readonly least?: number; readonly most?: number } {
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  // The largest safe integer is no bound that means anything to a person.
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

function listOf({ items = {}, minItems = 0 }: Json, defs: Json['$defs']): Field {
  const of = fieldOf(items, defs);
  return of.kind === 'choice'
    ? { kind: 'choices', options: of.options.map(String) }
    : { kind: 'list', of, least: minItems };
}

function objectOf(json: Json, defs: Json['$defs']): Field {
  const values = json.additionalProperties;
  if (typeof values !== 'object') return { kind: 'group', fields: namedFields(json, defs) };
  const of = fieldOf(values, defs);
  const keys = json.propertyNames?.enum;
  return keys === undefined ? { kind: 'record', of } : { kind: 'table', keys: keys.map(String), of };
}

/** Of several spellings the one that a person gives: a code rather than a code with its version. */
function unionOf(parts: readonly Json[], defs: Json['$defs']): Field {
  const constants = parts.flatMap((part) => part.const ?? []);
  if (constants.length === parts.length) return { kind: 'choice', options: constants };
  const [first = {}] = parts;
  const [word] = constants;
  return word === undefined
    ? fieldOf(first, defs)
    : { kind: 'list-or', list: fieldOf(first, defs), word: String(word) };
}

function variantsOf(parts: readonly Json[], defs: Json['$defs']): Field {
  const isConstant = ([, property]: [string, Json]) => property.const !== undefined;
  const on = Object.entries(parts[0]?.properties ?? {}).find(isConstant)?.[0] ?? unknown(parts);
  const variants = parts.map((part) => [String(part.properties?.[on]?.const), namedFields(part, defs, on)] as const);
  return { kind: 'variants', on, variants: Object.fromEntries(variants) };
}

function unknown(json: unknown): never {
  throw new Error(`No form for ${JSON.stringify(json)}`);
}
