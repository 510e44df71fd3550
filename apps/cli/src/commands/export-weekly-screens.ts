import { stringify } from 'csv-stringify/sync';
import { weeklyPatterns } from '@stepway/read-models';
import { externalSystem } from '../simulated/invented-person.ts';
import type { Stack } from '../stack.ts';

/**
 * Who and the symbols of their weeks, as CSV. `who` is the number under which the person was imported, or the
 * episode's id for those who came otherwise.
 */
export async function exportWeeklyScreens({ pool, privacy }: Stack): Promise<string> {
  const rows: [string, string][] = [];
  for await (const { patientId, episodeId, pattern } of weeklyPatterns(pool)) {
    const known = await privacy.identities.get(patientId);
    const external = known?.person.externalIds?.find(({ system }) => system === externalSystem);
    rows.push([external?.value ?? episodeId, pattern]);
  }
  return stringify(rows, { header: true, columns: ['who', 'weekly_pattern'] });
}
