import { CommandAnswer, type commandBodies } from '@stepway/contracts';
import type { z } from 'zod';
import { justWritten, post, search } from './request.ts';

export type CommandName = keyof typeof commandBodies;
/** What is sent: before defaults are filled in. */
export type CommandInput<Name extends CommandName> = z.input<(typeof commandBodies)[Name]>;

/** `RecordSession` → `record-session`: the name in the route and in the address of its dialog. */
export const kebab = (command: CommandName): string => command.replaceAll(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

interface Sending<Name extends CommandName> {
  readonly episodeId: string;
  readonly command: Name;
  readonly body: CommandInput<Name>;
  /** One for each wish: sent again after a lost answer it does nothing twice. */
  readonly key: string;
  /** Only what would happen; nothing is written. */
  readonly dry?: boolean;
}

/**
 * Sends a command; it answers when the fact is recorded and, if it comes to rest within two seconds, with what followed.
 * What is asked next waits for it (read your own write).
 * @throws ProblemError with the rejection's name in its `type`, NoAnswerError
 */
export async function send<Name extends CommandName>({
  episodeId,
  command,
  body,
  key,
  dry = false,
}: Sending<Name>): Promise<CommandAnswer> {
  const path = command === 'OpenEpisode' ? '/v1/episodes' : `/v1/episodes/${episodeId}/${kebab(command)}`;
  const answer = await post(path + search(dry ? { dry: 'true' } : {}), body, CommandAnswer, {
    'idempotency-key': key,
    ...(dry ? {} : { prefer: 'wait=2' }),
  });
  if (!dry) justWritten(answer.episodeId, answer.version);
  return answer;
}
