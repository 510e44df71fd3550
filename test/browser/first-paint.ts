import type { BrowserContext } from 'playwright-core';

/** What must be seen for a screen to be of use: its first row, or the picture of a journey. */
export const usefulOf = {
  today: 'main [role=row] [role=gridcell], main table tbody tr',
  board: 'main a[href^="/journeys/"]',
  journey: 'main svg[role=img]',
} as const;

/**
 * From the beginning of the navigation until that is painted, in ms, by the page's own clock.
 * @param context with a cookie that signs in; what it has cached counts, so that a new one is as after an upgrade
 */
export async function firstUsefulPaint(context: BrowserContext, address: string, useful: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const look = () => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      // What is drawn now is painted before the next task.
      if (box !== undefined && box.height > 0) setTimeout(() => performance.mark('useful'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, useful);
  await page.goto(address);
  const mark = await page.waitForFunction(() => performance.getEntriesByName('useful')[0]?.startTime);
  const ms = (await mark.jsonValue()) ?? Number.NaN;
  await page.close();
  return ms;
}
