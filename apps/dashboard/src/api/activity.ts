let activeAt = Date.now();
let toldAt = 0;
let others: BroadcastChannel | undefined;

/** How long nobody has done anything here, in milliseconds. */
export const idleMs = (): number => Math.max(0, Date.now() - activeAt);

/** Somebody does something now. */
export function noteActivity(): void {
  activeAt = Date.now();
  if (activeAt - toldAt < 5_000) return;
  toldAt = activeAt;
  others?.postMessage(activeAt);
}

/**
 * Notes every key, press and turn of the wheel, from the start on. Windows of one browser tell each other: who works in
 * one is not idle in the other.
 */
export function watchActivity(): void {
  others = new BroadcastChannel('stepway-activity');
  others.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') activeAt = Math.max(activeAt, data);
  });
  for (const act of ['pointerdown', 'keydown', 'wheel'] as const)
    addEventListener(act, noteActivity, { passive: true, capture: true });
}
