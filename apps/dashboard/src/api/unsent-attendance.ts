import { Code, Instant, Uuid } from '@stepway/contracts';
import { z } from 'zod';

const Attendance = z.enum(['attended', 'late', 'missed', 'excused']);

/** What was said in one session of a group and is not on record: ids and codes, nobody's name. */
const UnsentAttendance = z.object({
  /** Who said it. */
  actorId: z.string(),
  siteId: Code,
  groupId: Code,
  startsAt: Instant,
  minutes: z.number(),
  said: z.array(z.tuple([Uuid, z.object({ attendance: Attendance, minutes: z.number() })])),
});
export type UnsentAttendance = z.output<typeof UnsentAttendance>;

const mark = 'stepway-unsent-attendance';

/**
 * Kept in this window only, so that it is there again after a session that ended by itself; gone when the window is
 * closed, when the person signs out or leaves it behind, and when somebody else signs in.
 */
export const keepUnsent = (unsent: UnsentAttendance): void => sessionStorage.setItem(mark, JSON.stringify(unsent));

export const forgetUnsent = (): void => sessionStorage.removeItem(mark);

/** What the person said; what somebody else said here before is forgotten. */
export function unsentBy(actorId: string): UnsentAttendance | undefined {
  const unsent = readUnsent(sessionStorage.getItem(mark));
  if (unsent?.actorId === actorId) return unsent;
  forgetUnsent();
  return undefined;
}

export function readUnsent(kept: string | null): UnsentAttendance | undefined {
  try {
    return UnsentAttendance.safeParse(JSON.parse(kept ?? 'null')).data;
  } catch {
    return undefined; // not what was kept
  }
}
