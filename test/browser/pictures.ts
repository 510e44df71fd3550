import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

// Started by `npm run pictures` with a link that signs in and the folder for the pictures.
const [signInLink = '', folder = ''] = process.argv.slice(2);
const { origin } = new URL(signInLink);

interface Row {
  readonly episodeId: string;
  readonly version: number;
  readonly transition: { readonly state: string } | null;
}

interface Decision {
  readonly outcome: string;
}

/** Something came of it: the page of the journey says why. */
const happened = ({ outcome }: Decision): boolean => outcome === 'started' || outcome === 'proposed';

/**
 * Of the people on the way to another level, then of all, the one with the longest history of those of whom the page has
 * everything to show: weekly screens, and a move that the rules made. A person may have moved somebody, too.
 */
async function someoneToShow(context: BrowserContext): Promise<string> {
  const ask = async <Item>(path: string): Promise<readonly Item[]> =>
    ((await (await context.request.get(origin + path)).json()) as { readonly items: readonly Item[] }).items;
  const rows = await ask<Row>('/v1/episodes?status=active&limit=500');
  const isMoving = ({ transition }: Row) => Number(transition?.state === 'started');
  for (const { episodeId } of rows.toSorted((a, b) => isMoving(b) - isMoving(a) || b.version - a.version)) {
    const weeks = await ask(`/v1/episodes/${episodeId}/weekly-screens`);
    if (weeks.length > 0 && (await ask<Decision>(`/v1/episodes/${episodeId}/decisions`)).some(happened))
      return episodeId;
  }
  throw new Error('There is nobody on the board with weekly screens and a move by rule');
}

const firstRow = (page: Page) => page.getByRole('main').getByRole('row').nth(1).waitFor();

const ready: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  today: firstRow,
  'not-yet-seen': firstRow,
  analytics: (page) => page.locator('[data-drawn]').nth(1).waitFor(),
  board: (page) =>
    page
      .getByRole('link', { name: /weekly screens/i })
      .first()
      .waitFor(),
  journey: async (page) => {
    await page.getByRole('region', { name: /^Why/ }).first().waitFor();
    // The picture is drawn when all of it has been read: facts, decisions and weekly screens.
    await page.getByRole('img', { name: /weeks? of screens/ }).waitFor();
  },
};

const browser = await launchChromium();
try {
  const signedIn = await browser.newContext();
  await (await signedIn.newPage()).goto(signInLink);
  const addresses = {
    today: '/today',
    board: '/board',
    'not-yet-seen': '/not-yet-seen',
    analytics: '/analytics/flow',
    journey: `/journeys/${await someoneToShow(signedIn)}`,
  };
  const storageState = await signedIn.storageState();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, path] of Object.entries(addresses)) {
      const viewport = { width: 1440, height: name === 'journey' ? 1100 : 900 };
      const page = await browser.newPage({ storageState, viewport, colorScheme, reducedMotion: 'reduce' });
      await page.goto(origin + path);
      await page
        .getByRole('status')
        .filter({ hasText: /^Live$/ })
        .waitFor();
      await ready[name]?.(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = join(folder, `${name}-${colorScheme}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await page.close();
    }
} finally {
  await browser.close();
}
