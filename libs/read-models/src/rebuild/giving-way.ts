import { setImmediate as aMoment } from 'node:timers/promises';

/** The process ends; the tables beside the live ones go with the next rebuild. */
class Ending extends Error {
  readonly code = 'ENDING';
}

/** The event loop is left free after so much folding. */
const busyMs = 5;

/**
 * The same journeys, with a moment for everything else in between: folding alone would keep a process busy for minutes.
 * @throws Ending (code `ENDING`) when the process is about to end
 */
export async function* givingWay<T>(journeys: AsyncIterable<T>, isEnding: () => boolean): AsyncIterable<T> {
  let busySince = performance.now();
  for await (const journey of journeys) {
    if (isEnding()) throw new Ending();
    yield journey;
    if (performance.now() - busySince < busyMs) continue;
    await aMoment();
    busySince = performance.now();
  }
}
