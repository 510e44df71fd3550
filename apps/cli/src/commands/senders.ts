import { faultsOf, Sender } from '@stepway/contracts';
import { openInbox } from '@stepway/inbox';
import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { Stack } from '../stack.ts';

const File = z.strictObject({ senders: z.array(Sender).min(1) });

/** The file of senders is not as it should be. */
class SenderFileInvalid extends Error {
  readonly code = 'SENDER_FILE_INVALID';
}

/**
 * Registers who may send from outside, or changes it. Those whom the file does not name stay as they are.
 * @param onlyNew those who are registered already stay as they are, however the file has them
 * @throws SenderFileInvalid, FileUnreadable
 */
export async function setSenders(
  { pool, privacy }: Pick<Stack, 'pool' | 'privacy'>,
  file: string,
  { onlyNew }: { readonly onlyNew: boolean },
): Promise<number> {
  const parsed = File.safeParse(readJson(file));
  if (!parsed.success)
    throw new SenderFileInvalid(
      `${file}:\n${faultsOf(parsed.error)
        .map(({ pointer, message }) => `  ${pointer}: ${message}`)
        .join('\n')}`,
    );
  const { senders } = openInbox({ pool, seal: privacy.messages });
  const known = new Set((await senders.all()).map(({ senderId }) => senderId));
  const wanted = parsed.data.senders.filter(({ senderId }) => !onlyNew || !known.has(senderId));
  for (const sender of wanted) await senders.set(sender, 'stepway');
  return wanted.length;
}
