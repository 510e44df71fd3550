import type { CommandName } from '../api/commands.ts';
import type { NamedField } from './form/fields.ts';
import { asValues } from './form/values.ts';
import { isTyped, namesKnown } from './subjects.ts';

/** Gives every new thing that the values name an id of its own. Made once, so that a retry names the same thing. */
export const withIds = (
  command: CommandName,
  fields: readonly NamedField[],
  value: unknown,
  newId: () => string = () => crypto.randomUUID(),
): Record<string, unknown> => ({
  ...asValues(value),
  ...Object.fromEntries(
    fields.flatMap(({ name, field, required }) =>
      required && field.kind === 'id' && !namesKnown(command, name) && !isTyped(command, name)
        ? [[name, newId()] as const]
        : [],
    ),
  ),
});
