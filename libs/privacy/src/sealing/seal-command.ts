import type { CommandWithText } from '@stepway/contracts';
import { commandOf, type Command, type CommandFields, type CommandOf, type CommandType } from '@stepway/pathway';
import { sealers, type Fingerprint, type SealField } from './sealers.ts';

type Plain<T extends CommandType> = { [K in T]: Omit<CommandOf<K, string>, 'reason'> }[T];

/**
 * The command with its free text sealed, as rules, log, Kafka and Temporal may see it. A new command type with free
 * text does not compile until `sealers` says how it is sealed.
 */
export function sealCommand({ reason, ...plain }: Command<string>, seal: SealField, fingerprint: Fingerprint): Command {
  const withReason = reason === undefined ? {} : { reason: seal(reason, 'reason') };
  if (!hasText(plain)) return { ...plain, ...withReason };
  const { commandId, actor, occurredAt } = plain;
  const fields = sealedFields(plain.type, plain, seal, fingerprint);
  return commandOf(plain.type, fields, { commandId, actor, occurredAt, ...withReason });
}

const hasText = (plain: Plain<CommandType>): plain is Plain<CommandWithText> => Object.hasOwn(sealers, plain.type);

function sealedFields<T extends CommandWithText>(
  type: T,
  fields: CommandFields<string>[T],
  seal: SealField,
  fingerprint: Fingerprint,
): CommandFields[T] {
  return sealers[type](fields, seal, fingerprint);
}
