import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveEvent } from '@stepway/contracts';
import type { Live, LiveState } from './live.ts';

export const LiveContext = createContext<Live | undefined>(undefined);

function useLive(): Live {
  const live = use(LiveContext);
  if (live === undefined) throw new Error('useLive outside of LiveContext');
  return live;
}

export function useLiveState(): LiveState & { readonly tryNow: () => void } {
  const live = useLive();
  const state = useSyncExternalStore(live.watch, live.state);
  return { ...state, tryNow: live.tryNow };
}

/** Whether counts may be stale: they are then shown grey. */
export const useIsLost = (): boolean => {
  const live = useLive();
  return useSyncExternalStore(live.watch, () => live.state().status === 'lost');
};

/** Calls back for every change that the server tells of. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  const live = useLive();
  const latest = useEffectEvent(listener);
  useEffect(() => {
    const stop = live.listen((event) => latest(event));
    return () => void stop();
  }, [live]);
}
