import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is there; the spec's own time ends it. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(10);
  }
}
