import type { CommandBody } from '@stepway/contracts';
import { commandOf, type Actor, type Command, type CommandType, type ProgrammeVersion } from '@stepway/pathway';
import type { PublishedProgrammes } from '@stepway/platform';
import { invalid } from '../http/problem.ts';

interface Envelope {
  readonly commandId: string;
  readonly actor: Actor;
  readonly now: string;
}

/**
 * A parsed body as a command, its free text still plain; a programme is found by its name.
 * @throws ProblemError 400 if the programme or the site is not published here
 */
export async function plainCommand(
  type: CommandType,
  { occurredAt, reason, ...fields }: CommandBody<CommandType>,
  { commandId, actor, now }: Envelope,
  programmes: PublishedProgrammes,
): Promise<Command<string>> {
  const envelope = { commandId, actor, occurredAt: occurredAt ?? now, ...(reason === undefined ? {} : { reason }) };
  if (!('programme' in fields)) return commandOf<CommandType, string>(type, fields, envelope);
  if ('siteId' in fields && programmes.site(fields.siteId) === undefined)
    throw invalid([{ pointer: '/siteId', message: 'There is no such site' }]);
  return commandOf<CommandType, string>(
    type,
    { ...fields, programme: await programmeNamed(fields.programme, programmes) },
    envelope,
  );
}

/**
 * A programme named by its id alone is taken in its newest version; the journey then stays on it.
 * @throws ProblemError 400 at the field
 */
export async function programmeNamed(
  named: string | ProgrammeVersion,
  programmes: PublishedProgrammes,
  pointer = '/programme',
): Promise<ProgrammeVersion> {
  const find = () => (typeof named === 'string' ? programmes.newest(named) : programmes.find(named));
  const programme = find() ?? ((await programmes.learn()) ? find() : undefined);
  if (programme === undefined) throw invalid([{ pointer, message: 'There is no such programme' }]);
  return { id: programme.id, version: programme.version };
}
