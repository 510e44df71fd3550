import { CallerId, faultsOf, NewStaff, OnCallView, SetTeam } from '@stepway/contracts';
import { createDirectory } from '@stepway/platform';
import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { Stack } from '../stack.ts';

const File = z.strictObject({
  staff: z.array(NewStaff),
  teams: z.array(SetTeam.extend({ teamId: CallerId })).default([]),
  onCall: z.array(OnCallView.extend({ until: OnCallView.shape.until.default(null) })).default([]),
});

export interface LoadedStaff {
  readonly added: number;
  /** There already, perhaps changed since: what people changed is not changed back. */
  readonly known: number;
}

/** The file of the staff is not as it should be. */
class StaffFileInvalid extends Error {
  readonly code = 'STAFF_FILE_INVALID';
}

/**
 * Adds to the directory whom it does not know yet; teams, and who is on call, only to one that has none.
 * @throws StaffFileInvalid, FileUnreadable
 */
export async function loadStaff({ pool }: Pick<Stack, 'pool'>, file: string): Promise<LoadedStaff> {
  const parsed = File.safeParse(readJson(file));
  if (!parsed.success)
    throw new StaffFileInvalid(
      `${file}:\n${faultsOf(parsed.error)
        .map(({ pointer, message }) => `  ${pointer}: ${message}`)
        .join('\n')}`,
    );
  const { staff, teams, onCall } = parsed.data;
  const directory = createDirectory(pool);
  let added = 0;
  for (const entry of staff) if ((await directory.add(entry, 'stepway')).outcome === 'added') added += 1;
  if ((await directory.teams()).length === 0) for (const team of teams) await directory.setTeam(team, 'stepway');
  if ((await directory.onCall()).length === 0) for (const order of onCall) await directory.setOnCall(order, 'stepway');
  return { added, known: staff.length - added };
}
