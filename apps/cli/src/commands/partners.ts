import { Partner } from '@stepway/contracts';
import { openPartners } from '@stepway/partners';
import { readRegistrations } from '../read-registrations.ts';
import type { Stack } from '../stack.ts';

/**
 * Registers who is told what a consent allows, or changes it. Those whom the file does not name stay as they are.
 * @param onlyNew those who are registered already stay as they are, however the file has them
 * @throws RegistrationsInvalid, FileUnreadable
 */
export async function setPartners(
  { pool, privacy }: Pick<Stack, 'pool' | 'privacy'>,
  file: string,
  { onlyNew }: { readonly onlyNew: boolean },
): Promise<number> {
  const { registrations } = openPartners({ pool, seal: privacy.partnerKeys });
  const known = new Set((await registrations.all()).map(({ partner }) => partner.partnerId));
  const wanted = readRegistrations(file, 'partners', Partner).filter(
    ({ partnerId }) => !onlyNew || !known.has(partnerId),
  );
  for (const partner of wanted) await registrations.set(partner, 'stepway');
  return wanted.length;
}
