import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { until } from '../clinic/until.ts';
import { findingsInBothSchemes } from './looks.ts';
import { plain, type World } from './world.ts';

/** So many charts has each group; the measures have their notes beside them. */
const groups = { census: 2, flow: 3, stay: 2, tests: 2, outcomes: 4, measures: 2 } as const;

const cards = (page: Page) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.locator('h2') });
/** By the line below the title: the title says what was found. */
const cardOf = (page: Page, line: string) => cards(page).filter({ hasText: line });
const cellsOf = (table: ReturnType<Page['getByRole']>): Promise<(string | null)[][]> =>
  table
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));

export function analyticsSpecs(world: World): void {
  const show = (group: string) => world.desk.window(`/analytics/${group}?programme=standard-four`);
  /** As whoever looks at the page is answered. */
  const asked = async (page: Page, name: string): Promise<Record<string, unknown>> => {
    const answer = await page.context().request.get(`/v1/analytics/${name}?programme=standard-four`);
    expect(answer.status()).toBe(200);
    return (await answer.json()) as Record<string, unknown>;
  };
  const saved = async (page: Page, line: string, kind: string): Promise<Buffer> => {
    await cardOf(page, line)
      .getByRole('button', { name: /^Download/ })
      .click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: kind }).click();
    return readFile(await (await download).path());
  };

  describe('analytics', () => {
    // A group of fewer is not shown to whoever looks on.
    beforeAll(async () => {
      for (let index = 0; index < 12; index += 1) await world.clinic.admitted('aftercare');
      await until('twelve people counted', async () => {
        const { body } = await world.clinic.get('/v1/analytics/funnel?programme=standard-four');
        return (body['steps'] as { step: string; count: number }[]).some(
          ({ step, count }) => step === 'admitted' && count >= 12,
        );
      });
    }, 60_000);

    it.each(Object.entries(groups))('opens with the charts of the group: %s', async (group, count) => {
      const page = await show(group);
      await cards(page)
        .nth(count - 1)
        .waitFor();
      const titles = await cards(page).locator('h2').allTextContents();
      expect([titles.length, titles.includes('')]).toEqual([count, false]);
    });

    const line = 'People who asked in the period';
    it('says in a table and in a file what the API answers', async () => {
      const page = await show('census');
      const { steps } = (await asked(page, 'funnel')) as { steps: { count: number | null }[] };
      await cardOf(page, line)
        .getByRole('button', { name: /^Show as table/ })
        .click();
      const [, ...rows] = await cellsOf(cardOf(page, line).getByRole('table'));
      expect(steps[0]?.count).toBeGreaterThanOrEqual(12);
      const shown = steps.map(({ count }) => (count === null ? 'hidden' : String(count)));
      expect(rows.slice(0, steps.length).map(([, people]) => plain(people ?? ''))).toEqual(shown);
      expect(await findingsInBothSchemes(page)).toEqual([]);

      const text = (await saved(page, line, 'Table (CSV)')).toString('utf8');
      const written = text.split('\r\n').slice(1, 1 + steps.length);
      const told = steps.map(({ count }) =>
        count === null ? 'hidden (under 11 or would give a small group away)' : String(count),
      );
      expect(written.map((row) => row.split(',')[1])).toEqual(told);
    });

    it('gives a chart away as a picture that is not blank', async () => {
      const page = await show('census');
      await cardOf(page, line).locator('[data-drawn]').waitFor();
      const png = await saved(page, line, 'Picture (PNG)');
      expect(await coloursOf(page, png)).toBeGreaterThan(8);
      expect(await findingsInBothSchemes(page)).toEqual([]);
    });
  });
}

/** How many colours a picture has below its head of words: of one that was not drawn, one. */
const coloursOf = (page: Page, png: Buffer): Promise<number> =>
  page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen?.drawImage(image, 0, 0);
    const head = 160;
    const pixels = pen?.getImageData(0, head, image.width, image.height - 2 * head).data ?? [];
    return new Set(new Uint32Array(new Uint8ClampedArray(pixels).buffer)).size;
  }, png.toString('base64'));
