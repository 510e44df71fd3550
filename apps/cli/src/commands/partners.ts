import { faultsOf, Partner } from '@stepway/contracts';
import { openPartners } from '@stepway/partners';
import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { Stack } from '../stack.ts';

const File = z.strictObject({ partners: z.array(Partner).min(1) });

/** The file of partners is not as it should be. */
class PartnerFileInvalid extends Error {
  readonly code = 'PARTNER_FILE_INVALID';
}

/**
 * Registers who is told what a consent allows, or changes it. Those whom the file does not name stay as they are.
 * @param onlyNew those who are registered already stay as they are, however the file has them
 * @throws PartnerFileInvalid, FileUnreadable
 */
export async function setPartners(
  { pool, privacy }: Pick<Stack, 'pool' | 'privacy'>,
  file: string,
  { onlyNew }: { readonly onlyNew: boolean },
): Promise<number> {
  const parsed = File.safeParse(readJson(file));
  if (!parsed.success)
    throw new PartnerFileInvalid(
      `${file}:\n${faultsOf(parsed.error)
        .map(({ pointer, message }) => `  ${pointer}: ${message}`)
        .join('\n')}`,
    );
  const { registrations } = openPartners({ pool, seal: privacy.partnerKeys });
  const known = new Set((await registrations.all()).map(({ partner }) => partner.partnerId));
  const wanted = parsed.data.partners.filter(({ partnerId }) => !onlyNew || !known.has(partnerId));
  for (const partner of wanted) await registrations.set(partner, 'stepway');
  return wanted.length;
}
