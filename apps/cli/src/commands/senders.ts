import { Sender } from '@stepway/contracts';
import { openInbox } from '@stepway/inbox';
import { readRegistrations } from '../read-registrations.ts';
import type { Stack } from '../stack.ts';

/**
 * Registers who may send from outside, or changes it. Those whom the file does not name stay as they are.
 * @param onlyNew those who are registered already stay as they are, however the file has them
 * @throws RegistrationsInvalid, FileUnreadable
 */
export async function setSenders(
  { pool, privacy }: Pick<Stack, 'pool' | 'privacy'>,
  file: string,
  { onlyNew }: { readonly onlyNew: boolean },
): Promise<number> {
  const { senders } = openInbox({ pool, seal: privacy.messages });
  const known = new Set((await senders.all()).map(({ senderId }) => senderId));
  const wanted = readRegistrations(file, 'senders', Sender).filter(({ senderId }) => !onlyNew || !known.has(senderId));
  for (const sender of wanted) await senders.set(sender, 'stepway');
  return wanted.length;
}
