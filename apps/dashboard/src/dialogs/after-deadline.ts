/** By how much an appointment lies after the deadline of its hand-off; undefined where it is in time, or not yet said. */
export function afterDeadline(handOffDueAt: string | undefined, appointmentAt: string): number | undefined {
  const late = Date.parse(appointmentAt) - Date.parse(handOffDueAt ?? '');
  return late > 0 ? late : undefined;
}

const hourMs = 3_600_000;

/** The moment that one press gives: so many days from now, or in two hours. */
export const pressed = (days: number, now: number): number => now + (days === 0 ? 2 : days * 24) * hourMs;

/** What of it is in time for a deadline; all of it where that has passed, as any is better than none. */
export const inTime = (ahead: readonly number[], dueAt: string | undefined, now: number): readonly number[] =>
  dueAt === undefined || Date.parse(dueAt) <= now
    ? ahead
    : ahead.filter((days) => pressed(days, now) <= Date.parse(dueAt));
