import { availableParallelism, loadavg } from 'node:os';
import type { BrowserContext } from 'playwright-core';
import { firstUsefulPaint, usefulOf } from './first-paint.ts';
import { framesOfScroll, manyPeople, percentile, tableOfMany } from './scrolling.ts';
import type { World } from './world.ts';

/** Twice the aim. */
const generousMs = 2_000;
/** Half of the frames of a scroll: twice what is aimed at. */
const generousFrameMs = 34;
/** Where more than twice as many are at work as there are processors, each gets on so much slower. */
const slowness = (): number => Math.max(1, (loadavg()[0] ?? 0) / (2 * availableParallelism()));
const allowedMs = (): number => generousMs * slowness();
/** A moment at which the machine was busy with something else is no fault of the page. */
const tries = 5;

/** The first rows, in a browser that has nothing in its cache, from a server that is warm. */
export function firstPaintSpecs(world: World): void {
  describe('the first thing of use', () => {
    const addresses = () => ({ today: '/today', board: '/board', journey: `/journeys/${world.people.juniper}` });

    it.each(['board', 'journey', 'today'] as const)(
      `of %s is on the page within ${generousMs} ms where the machine has time`,
      async (name) => {
        let least = Infinity;
        for (let round = 0; round < tries && least > allowedMs(); round += 1) {
          const context: BrowserContext = (await world.desk.window('about:blank', { ownProfile: true })).context();
          least = Math.min(least, await firstUsefulPaint(context, addresses()[name], usefulOf[name]));
        }
        expect(least).toBeLessThanOrEqual(allowedMs());
      },
    );

    it('comes in few files, compressed', async () => {
      const page = await world.desk.window('about:blank', { ownProfile: true });
      await page.goto('/board');
      const files = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
          .filter(({ name }) => /\.(?:js|css)$/.test(name))
          .map(({ encodedBodySize, decodedBodySize }) => ({ encodedBodySize, decodedBodySize })),
      );
      const sum = (of: 'encodedBodySize' | 'decodedBodySize') => files.reduce((all, file) => all + file[of], 0);
      expect(files.length).toBeLessThanOrEqual(20);
      expect(sum('encodedBodySize')).toBeLessThan(600_000);
      expect(sum('encodedBodySize')).toBeLessThan(sum('decodedBodySize') / 2);
    });
  });
  describe(`a table of ${manyPeople} people`, () => {
    it('scrolls by the wheel frame by frame, with no more on the page than is in sight', async () => {
      const context = (await world.desk.window('about:blank', { ownProfile: true })).context();
      const page = await tableOfMany(context, '/board?view=table');
      let least = Infinity;
      for (let round = 0; round < tries && least > generousFrameMs * slowness(); round += 1)
        least = Math.min(least, percentile(await framesOfScroll(page, 1_500), 0.5));
      expect(least).toBeLessThanOrEqual(generousFrameMs * slowness());
      const rows = page.getByRole('table').getByRole('row');
      expect(await rows.count()).toBeLessThan(70);
      // Every row that is in sight is drawn, in its place.
      const places = await page
        .locator('[data-place]')
        .evaluateAll((all) =>
          all.map((one) => ({ place: Number(one.getAttribute('data-place')), top: one.getBoundingClientRect().top })),
        );
      const [first] = places;
      for (const { place, top } of places) expect(top - (first?.top ?? 0)).toBe(36 * (place - (first?.place ?? 0)));
    });
  });
}
