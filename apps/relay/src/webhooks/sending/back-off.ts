/**
 * Pauses after the first attempt, the second …, in milliseconds: 24 h in all, as Standard Webhooks advises, dense at first
 * so that a restart of the receiver is hardly noticed. Data, kept with the delivery as a count: it goes on after our own
 * restart, which no library of retries does.
 */
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
export const schedule: readonly number[] = [
  ...[5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
  ...[1 * hour, 2 * hour, 4 * hour, 6 * hour, 8 * hour],
];
/** From the first attempt on. After it a delivery is dead, unless the partner asks for it again. */
export const lifeMs = 24 * hour;
/** Pauses differ by so much to either side, so that those of one outage do not all come back at once. */
const jitter = 0.1;

/**
 * When to try again; undefined: never.
 * @param attempts made so far, at least 1
 * @param random from 0 to 1
 */
export function nextAttempt(
  made: { readonly attempts: number; readonly firstAt: Date; readonly retryAfterMs?: number },
  now: Date,
  random: number,
): Date | undefined {
  const endsAt = made.firstAt.getTime() + lifeMs;
  if (now.getTime() >= endsAt) return undefined;
  const pause = schedule[Math.min(made.attempts, schedule.length) - 1] ?? hour;
  const varied = pause * (1 + jitter * (2 * random - 1));
  // The last one falls on the end itself: a receiver back at the 23rd hour still gets it.
  return new Date(Math.min(endsAt, now.getTime() + Math.max(varied, made.retryAfterMs ?? 0)));
}
