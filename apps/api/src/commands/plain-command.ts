import type { CommandBody } from '@stepway/contracts';
import { commandOf, type Actor, type Command, type CommandType, type ProgrammeVersion } from '@stepway/pathway';
import type { Programmes } from '@stepway/platform';
import { invalid } from '../http/problem.ts';

interface Envelope {
  readonly commandId: string;
  readonly actor: Actor;
  readonly now: string;
}

/**
 * A parsed body as a command, its free text still plain; the programme of an opening is found by its name.
 * @throws ProblemError 400 if the programme or the site is not published here
 */
export function plainCommand(
  type: CommandType,
  { occurredAt, reason, ...fields }: CommandBody<CommandType>,
  { commandId, actor, now }: Envelope,
  programmes: Programmes,
): Command<string> {
  const envelope = { commandId, actor, occurredAt: occurredAt ?? now, ...(reason === undefined ? {} : { reason }) };
  if (!('programme' in fields)) return commandOf<CommandType, string>(type, fields, envelope);
  if (programmes.site(fields.siteId) === undefined)
    throw invalid([{ pointer: '/siteId', message: 'There is no such site' }]);
  return commandOf<CommandType, string>(
    type,
    { ...fields, programme: versionOf(fields.programme, programmes) },
    envelope,
  );
}

/** A programme named by its id alone is taken in its newest version; the journey then stays on it. */
function versionOf(named: string | ProgrammeVersion, programmes: Programmes): ProgrammeVersion {
  const programme = typeof named === 'string' ? programmes.newest(named) : programmes.find(named);
  if (programme === undefined) throw invalid([{ pointer: '/programme', message: 'There is no such programme' }]);
  return { id: programme.id, version: programme.version };
}
