import { liveEvents, type LiveEvent } from '@stepway/contracts';
import { serverNow } from './request.ts';

/** The state of the stream of changes. `readMs`: age of the read models; `runMs`: oldest journey not yet at rest. */
export type LiveState =
  | { readonly status: 'connecting' }
  | { readonly status: 'live'; readonly readMs: number; readonly runMs: number }
  | { readonly status: 'lost'; readonly since: number; readonly dataAt: number; readonly nextTryAt: number };

/** The server speaks every second or two, also when nothing changes. */
const silenceIsLossMs = 10_000;
const retryAfterMs = [1_000, 2_000, 4_000, 8_000, 15_000];

type Names = LiveEvent['event'];
type Listener = (event: LiveEvent) => void;

/**
 * One stream of changes for the whole page. It connects again by itself, with growing pauses;
 * after each new connection listeners get `refetch`, for what was missed meanwhile is not known.
 */
export function createLive(open: (url: string) => EventSource) {
  let state: LiveState = { status: 'connecting' };
  let source: EventSource | undefined;
  let tries = 0;
  let spokenAt = serverNow();
  let wasOpen = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  const watchers = new Set<() => void>();
  const listeners = new Set<Listener>();

  const become = (next: LiveState) => {
    state = next;
    for (const watcher of watchers) watcher();
  };
  const tell = (event: LiveEvent) => {
    for (const listener of listeners) listener(event);
  };

  function connect() {
    clearTimeout(retry);
    spokenAt = state.status === 'lost' ? serverNow() : spokenAt;
    source?.close();
    const current = open('/v1/live');
    source = current;
    current.onopen = () => {
      spokenAt = serverNow();
      tries = 0;
      if (wasOpen) tell({ event: 'refetch', data: {} });
      wasOpen = true;
      become({ status: 'connecting' });
    };
    current.onerror = () => lose();
    for (const name of names)
      current.addEventListener(name, (message: MessageEvent<string>) => {
        spokenAt = serverNow();
        const event = parse(name, message.data);
        if (event.event === 'lag') become({ status: 'live', ...event.data });
        else tell(event);
      });
  }

  function lose() {
    source?.close();
    const pause = retryAfterMs[Math.min(tries, retryAfterMs.length - 1)] ?? 15_000;
    tries += 1;
    const since = state.status === 'lost' ? state.since : serverNow();
    const dataAt = state.status === 'lost' ? state.dataAt : spokenAt;
    become({ status: 'lost', since, dataAt, nextTryAt: serverNow() + pause });
    clearTimeout(retry);
    retry = setTimeout(connect, pause);
  }

  return {
    start() {
      connect();
      watch = setInterval(() => {
        if (state.status !== 'lost' && serverNow() - spokenAt > silenceIsLossMs) lose();
      }, 1_000);
    },
    stop() {
      clearTimeout(retry);
      clearInterval(watch);
      source?.close();
    },
    tryNow: connect,
    state: () => state,
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    listen(listener: Listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Live = ReturnType<typeof createLive>;

const names = ['census', 'episode', 'task', 'lag', 'refetch'] as const satisfies readonly Names[];

function parse(name: Names, text: string): LiveEvent {
  const data: unknown = JSON.parse(text);
  switch (name) {
    case 'census':
      return { event: name, data: liveEvents.census.parse(data) };
    case 'episode':
      return { event: name, data: liveEvents.episode.parse(data) };
    case 'task':
      return { event: name, data: liveEvents.task.parse(data) };
    case 'lag':
      return { event: name, data: liveEvents.lag.parse(data) };
    case 'refetch':
      return { event: name, data: liveEvents.refetch.parse(data) };
  }
}
