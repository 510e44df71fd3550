import type { Acting } from './acting.ts';
import type { NamedField } from './form/fields.ts';
import type { Values } from './form/values.ts';
import { isTyped, namesKnown } from './subjects.ts';

type Shape = Pick<Acting, 'command' | 'act' | 'fields'>;

/** Ids that name something new are made, not asked for. */
const isAsked = ({ command }: Shape, { name, field }: NamedField): boolean =>
  field.kind !== 'id' || namesKnown(command, name) || isTyped(command, name);

/** The fields of a form: the rows from above, and what stands under "More"; some depend on what was said in others. */
export function arranged(
  shape: Shape,
  values: Values = {},
): {
  readonly rows: readonly NamedField[][];
  readonly more: readonly NamedField[];
} {
  const { act, fields } = shape;
  const asked = fields.filter((field) => isAsked(shape, field));
  const rows = act.rows.map((names) =>
    names.flatMap((name) => {
      const found = asked.find((field) => field.name === name);
      const condition = act.asksWhen?.[name];
      if (found === undefined || (condition !== undefined && values[condition.field] !== condition.says)) return [];
      return [name === 'reason' && act.reason === 'required' ? { ...found, required: true } : found];
    }),
  );
  const placed = new Set(rows.flat().map(({ name }) => name));
  // Asked for wherever it stands: what the contract requires is never folded away.
  const left = asked.filter(({ name }) => !placed.has(name));
  return {
    rows: [...rows, ...left.filter(({ required }) => required).map((field) => [field])].filter((row) => row.length > 0),
    more: left.filter(({ required }) => !required),
  };
}

/** Whether a fault at this path has an input to stand at. */
export function isShown(shape: Shape, path: string | undefined): boolean {
  const [first] = path?.split('.') ?? [];
  return shape.fields.some((field) => field.name === first && isAsked(shape, field));
}
