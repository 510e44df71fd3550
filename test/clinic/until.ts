import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is there. @throws with what was waited for */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, withinMs = 60_000): Promise<T> {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(50)) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`${what}: not within ${withinMs / 1_000} s`);
}
