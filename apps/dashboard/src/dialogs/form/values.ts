import type { CommandInput, CommandName } from '../../api/commands.ts';
import type { Field, NamedField } from './fields.ts';

/**
 * What stands in the inputs: the shape of the body, with moments as the site's wall time ("2026-11-23T13:30"),
 * so that the pointer of a fault is the path of its input. Nothing said = '' (choices, texts), null never.
 */
export type Values = Readonly<Record<string, unknown>>;
export type Path = string;

/** Wall time of the site ↔ instant. */
export interface WallTime {
  readonly toInstant: (wall: string) => string;
  readonly toWall: (instant: string) => string;
}

/** A form nothing was said in yet: required lists have their first items, presets of the contract stand in it. */
export const emptyValues = (fields: readonly NamedField[]): Values =>
  Object.fromEntries(fields.map((named) => [named.name, startOf(named)]));

/** A group that is preset in part has its other fields empty. */
function startOf({ field, preset, required }: NamedField): unknown {
  const empty = emptyValue(field, required);
  return field.kind === 'group' ? { ...asValues(empty), ...asValues(preset) } : (preset ?? empty);
}

export function emptyValue(field: Field, required = true): unknown {
  switch (field.kind) {
    case 'instant':
      return 'T';
    case 'choices':
      return [];
    case 'list':
      return required ? Array.from({ length: field.least }, () => emptyValue(field.of)) : [];
    case 'group':
      return emptyValues(field.fields);
    case 'variants': {
      const [first = ''] = Object.keys(field.variants);
      return { [field.on]: first, ...emptyValues(field.variants[first] ?? []) };
    }
    case 'table':
    case 'record':
      return {};
    case 'date':
    case 'id':
    case 'code':
    case 'yes-no':
    case 'text':
    case 'number':
    case 'choice':
    case 'list-or':
      return '';
  }
}

/** What is sent, once it fits the contract. */
export type Body = CommandInput<CommandName> & Readonly<Record<string, unknown>>;

/** The body that the values say: what was left empty is left out, wall time becomes an instant. */
export function bodyOf(fields: readonly NamedField[], values: Values, time: WallTime): Body {
  const said = fields.flatMap(({ name, field, required }) => {
    const value = valueOf(field, values[name], time, required);
    return value === undefined ? [] : [[name, value] as const];
  });
  // Whether it is one, the contract says before it is sent.
  return Object.fromEntries(said) as unknown as Body;
}

function valueOf(field: Field, value: unknown, time: WallTime, required: boolean): unknown {
  switch (field.kind) {
    case 'instant':
      return instantOf(value, time);
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    case 'date':
    case 'id':
    case 'code':
    case 'yes-no':
    case 'number':
    case 'choice':
      return value === '' || value === null ? undefined : value;
    case 'choices':
      return Array.isArray(value) && (required || value.length > 0) ? value : undefined;
    case 'list':
      return listOf(field.of, value, time, required);
    case 'list-or':
      return typeof value === 'string' ? value || undefined : listOf(field.list, value, time, required);
    case 'group':
      return someOf(bodyOf(field.fields, asValues(value), time), required);
    case 'variants': {
      const values = asValues(value);
      const chosen = String(values[field.on]);
      return { [field.on]: chosen, ...bodyOf(field.variants[chosen] ?? [], values, time) };
    }
    case 'table':
    case 'record':
      return someOf(mapped(field.of, asValues(value), time), required);
  }
}

function listOf(of: Field, value: unknown, time: WallTime, required: boolean): unknown {
  if (of.kind === 'list') return listOf(of.of, value, time, required);
  if (!Array.isArray(value) || (value.length === 0 && !required)) return undefined;
  return value.map((item: unknown) => valueOf(of, item, time, true));
}

const mapped = (of: Field, values: Values, time: WallTime) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const said = valueOf(of, value, time, false);
      return said === undefined ? [] : [[key, said] as const];
    }),
  );

const someOf = (said: Record<string, unknown>, required: boolean) =>
  required || Object.keys(said).length > 0 ? said : undefined;

/** Half a moment is no moment, and not left out either: its schema says what is missing. */
function instantOf(value: unknown, time: WallTime): unknown {
  const [day = '', clock = ''] = (typeof value === 'string' ? value : '').split('T');
  if (day === '' && clock === '') return undefined;
  return day === '' || clock === '' ? 'half' : time.toInstant(`${day}T${clock}`);
}

export const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** A body as values: what a form shows of what is known. The inverse of `bodyOf`. */
export function valuesOf(fields: readonly NamedField[], body: Values, time: WallTime): Values {
  return Object.fromEntries(
    fields.map((named) => [
      named.name,
      body[named.name] === undefined ? startOf(named) : shownOf(named.field, body[named.name], time),
    ]),
  );
}

function shownOf(field: Field, value: unknown, time: WallTime): unknown {
  switch (field.kind) {
    case 'instant':
      return time.toWall(String(value));
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => shownOf(field.of, item, time)) : value;
    case 'list-or':
      return Array.isArray(value) ? shownOf(field.list, value, time) : value;
    case 'group':
      return valuesOf(field.fields, asValues(value), time);
    case 'variants': {
      const values = asValues(value);
      const chosen = String(values[field.on]);
      return { [field.on]: chosen, ...valuesOf(field.variants[chosen] ?? [], values, time) };
    }
    case 'choices':
    case 'table':
    case 'record':
    case 'date':
    case 'id':
    case 'code':
    case 'yes-no':
    case 'text':
    case 'number':
    case 'choice':
      return value;
  }
}
