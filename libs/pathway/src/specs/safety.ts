import type { CommandFields, CommandOf } from '../commands.ts';
import type { Instant } from '../time.ts';
import { said } from './commands.ts';

/** Commands about crises, leave and what happens elsewhere. */
export const treatedElsewhere = (
  from: Instant,
  fields: Partial<CommandFields['RecordExternalEncounter']> & { readonly at?: Instant } = {},
): CommandOf<'RecordExternalEncounter'> => {
  const { at, ...rest } = fields;
  return {
    type: 'RecordExternalEncounter',
    ...said(at ?? from, 'nurse'),
    encounterId: 'e1',
    kind: 'hospital',
    from,
    ...rest,
  };
};
