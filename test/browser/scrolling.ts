import type { BrowserContext, Page, Route } from 'playwright-core';

interface RowsAnswer {
  readonly items: readonly { readonly episodeId: string }[];
}

export const manyPeople = 10_000;

/** The board's table with ten thousand people: those who are there, again and again, each as another journey. */
export async function tableOfMany(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(/\/v1\/episodes\?status/, async (route: Route) => {
    const answer = await route.fetch();
    const { items } = (await answer.json()) as RowsAnswer;
    const many = Array.from({ length: manyPeople }, (_, at) => ({
      ...items[at % items.length],
      episodeId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    }));
    await route.fulfill({ response: answer, json: { items: many, next: null } });
  });
  await page.goto(address);
  await page
    .locator(`[role=table][aria-rowcount="${manyPeople + 1}"] [data-place]`)
    .first()
    .waitFor();
  return page;
}

/**
 * Scrolls the table from its top as a wheel does, and gives how long each frame took, in ms, the shortest first.
 * @param rows so many are scrolled past, 36 pixels each, at 12,000 pixels a second
 */
export async function framesOfScroll(page: Page, rows = manyPeople): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { frames });
    let last = performance.now();
    const next = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Input.synthesizeScrollGesture', {
    ...{ x: 700, y: 500, yDistance: -36 * rows, speed: 12_000 },
    ...{ gestureSourceType: 'mouse', preventFling: true },
  });
  const frames = await page.evaluate(() => (globalThis as unknown as { readonly frames: readonly number[] }).frames);
  await devTools.detach();
  return frames.slice(1).toSorted((a, b) => a - b);
}

/** The value that so much of all (0.95) does not exceed. */
export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
