import { setTimeout as pause } from 'node:timers/promises';

/** Sends one request and resolves when it was answered well. */
export type Send = () => Promise<void>;

export interface Load {
  readonly perSecond: number;
  /** Of each request, in ms. */
  readonly latencies: readonly number[];
}

/** As much as goes: so many callers, each with its next request as soon as the last was answered. */
export async function asMuchAsGoes(
  send: Send,
  { callers, forMs }: { readonly callers: number; readonly forMs: number },
): Promise<Load> {
  const latencies: number[] = [];
  const begun = performance.now();
  const caller = async (): Promise<void> => {
    for (let before = begun; before < begun + forMs;) {
      await send();
      const after = performance.now();
      latencies.push(after - before);
      before = after;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { perSecond: (latencies.length * 1_000) / (performance.now() - begun), latencies };
}

/** All of these, so many at a time. */
export async function allOf<T>(list: readonly T[], send: (one: T) => Promise<void>, callers: number): Promise<Load> {
  const latencies: number[] = [];
  const queue = list.values();
  const begun = performance.now();
  const caller = async (): Promise<void> => {
    for (const one of queue) {
      const before = performance.now();
      await send(one);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { perSecond: (latencies.length * 1_000) / (performance.now() - begun), latencies };
}

/**
 * So many in a second, evenly, whether or not the ones before were answered. A latency counts from the moment at which
 * the request was due, so that a server that stalls cannot hide it.
 */
export async function atRate(
  send: Send,
  { perSecond, forMs }: { readonly perSecond: number; readonly forMs: number },
): Promise<Load> {
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const begun = performance.now();
  const wanted = Math.round((perSecond * forMs) / 1_000);
  for (let sent = 0; sent < wanted;) {
    const due = begun + (sent * 1_000) / perSecond;
    if (due > performance.now()) {
      await pause(1);
      continue;
    }
    sent += 1;
    underWay.push(send().then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(underWay);
  return { perSecond: (latencies.length * 1_000) / (performance.now() - begun), latencies };
}
