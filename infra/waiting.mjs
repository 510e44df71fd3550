import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `ask` again and again until it answers something truthy, and gives that answer.
 * An error thrown by `ask` means "not yet"; the last one is the cause when time is up.
 * @param options.giveUp asked before each try; a string it answers ends the wait at once with that message
 */
export async function until(what, ask, { withinMs = 60_000, everyMs = 50, giveUp = () => undefined } = {}) {
  const end = Date.now() + withinMs;
  let cause;
  while (Date.now() < end) {
    const reason = giveUp();
    if (reason) throw new Error(`${what}: ${reason}`);
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      cause = error;
    }
    await pause(everyMs);
  }
  throw new Error(`${what}: no answer within ${withinMs / 1000} s`, { cause });
}
