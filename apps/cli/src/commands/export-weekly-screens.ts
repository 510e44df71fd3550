import { stringify } from 'csv-stringify/sync';
import { weeklyPatterns } from '@stepway/read-models';
import { externalSystem } from '../simulated/invented-person.ts';
import type { Stack } from '../stack.ts';

/** Who, and the symbols of the weeks. */
export type Weeks = readonly [who: string, weeklyPattern: string];

/**
 * Who and the symbols of their weeks. `who` is the number under which the person was imported, or the episode's id for
 * those who came otherwise.
 */
export async function weeklyScreens({ pool, privacy }: Pick<Stack, 'pool' | 'privacy'>): Promise<readonly Weeks[]> {
  const rows: Weeks[] = [];
  for await (const { patientId, episodeId, pattern } of weeklyPatterns(pool)) {
    const known = await privacy.identities.get(patientId);
    const external = known?.person.externalIds?.find(({ system }) => system === externalSystem);
    rows.push([external?.value ?? episodeId, pattern]);
  }
  return rows;
}

export const asCsv = (rows: readonly Weeks[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { header: true, columns: ['who', 'weekly_pattern'] },
  );
