import { setTimeout as wait } from 'node:timers/promises';

const longestPauseMs = 30_000;
const healthyAfterMs = 60_000;

/** Pause before the n-th restart in a row (n from 0): half a second, doubling, at most half a minute. */
export const backOffMs = (attempt) => Math.min(500 * 2 ** attempt, longestPauseMs);

/**
 * Starts a program or server and starts it again, with back-off, whenever it ends. Resolves after the first start,
 * whose failure is the caller's.
 * @param options.start gives `{ pid, exited }`
 * @param options.tell a line for the terminal
 * @param options.onStart called with each new incarnation
 * @param options.isStopping once true, an end is no accident
 * @param options.isHeld while true, it stays down: a fault test holds it
 */
export async function keepRunning({
  name,
  start,
  tell,
  onStart = () => {},
  isStopping,
  isHeld = () => false,
  pause = wait,
}) {
  const first = await start();
  onStart(first);
  void watch(first);
  return first;

  async function watch(program) {
    for (let attempt = 0, begun = Date.now(); ;) {
      const how = await program.exited;
      if (Date.now() - begun > healthyAfterMs) attempt = 0;
      program = await startAgain(how, () => attempt++);
      if (!program) return;
      begun = Date.now();
      tell(`${name} runs again`);
    }
  }

  async function startAgain(how, nextAttempt) {
    for (let reason = `ended (${how})`; !isStopping();) {
      const delay = backOffMs(nextAttempt());
      tell(`${name} ${reason}; starting it again in ${delay / 1000} s`);
      await pause(delay);
      while (isHeld() && !isStopping()) await pause(100);
      if (isStopping()) return undefined;
      try {
        const program = await start();
        onStart(program);
        return program;
      } catch (error) {
        reason = `did not start (${error.message})`;
      }
    }
    return undefined;
  }
}
