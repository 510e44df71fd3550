import { useSyncExternalStore } from 'react';
import { serverNow } from './request.ts';

/** One clock for all countdowns of a page, so that a thousand rows tick together and not by a thousand timers. */
function clock(everyMs: number) {
  let now = serverNow();
  let timer: ReturnType<typeof setInterval> | undefined;
  const watchers = new Set<() => void>();
  return {
    now: () => now,
    watch(watcher: () => void) {
      watchers.add(watcher);
      timer ??= setInterval(() => {
        now = serverNow();
        for (const each of watchers) each();
      }, everyMs);
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const byTenSeconds = clock(10_000);
const bySecond = clock(1_000);

/** The moment, in steps of ten seconds: enough for countdowns in minutes. */
export const useNow = (): number => useSyncExternalStore(byTenSeconds.watch, byTenSeconds.now);

/** The moment, in steps of a second: for a lost connection, and for a crisis. */
export const useSecond = (): number => useSyncExternalStore(bySecond.watch, bySecond.now);
