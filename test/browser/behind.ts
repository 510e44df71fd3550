import { hoursAgo } from '../clinic/clinic.ts';
import { pause } from '../clinic/people.ts';
import { findingsInBothSchemes } from './looks.ts';
import { plain, rowOf, type World } from './world.ts';

export function behindSpecs(world: World): void {
  describe('while the worker is down', () => {
    it('the board shows the facts, says that automation is behind, and shows the move once it was made', async () => {
      const page = await world.desk.window('/board');
      const fern = rowOf(page, 'Fern Placeholm');
      await fern.waitFor();
      await world.stack.takeDown('worker');
      await world.clinic.does(world.people.basalt, 'Admit', { level: 'iop', attendedAt: hoursAgo(24 * 40) });
      await world.clinic.drugTest(world.people.basalt, 'positive');
      await page.getByText('Automation is behind').waitFor();
      expect(plain(await page.getByText('Automation is behind').locator('..').textContent())).toMatch(
        /^Automation is behind by \d+(\.\d)? s\. Facts are recorded and judged at once; moves, tasks and deadlines that follow by rule come later\.$/,
      );
      expect(await rowOf(page, 'Basalt Fictor').textContent()).not.toContain('To residential');

      await world.stack.bringBack('worker');
      await rowOf(page, 'Basalt Fictor').filter({ hasText: 'To residential' }).waitFor();
      await page.getByText('Automation is behind').waitFor({ state: 'detached' });
    }, 120_000);
  });

  describe('while the projector is down', () => {
    it('the page says how far it is behind and as of when it is, and catches up without a reload', async () => {
      const page = await world.desk.window('/board');
      await rowOf(page, 'Opal Sandboxe').waitFor();
      await world.stack.takeDown('projector');
      await world.clinic.does(world.people.opal, 'ReleaseHold', { holdId: 'h1' });
      const badge = (words: RegExp) => page.getByRole('status').filter({ hasText: words });
      await badge(/^Behind$/).waitFor();
      expect(await rowOf(page, 'Opal Sandboxe').textContent()).toContain('Paused');
      const notice = page.getByText('This page is behind').locator('..');
      await notice.waitFor();
      expect(plain(await notice.textContent())).toMatch(
        /^This page is behind by \d+(\.\d)? s: you see the state of \d\d:\d\d:\d\d E[SD]T\. What was recorded since is safe/,
      );
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click();
      await notice.waitFor();
      await page.goBack();

      await world.stack.bringBack('projector');
      await rowOf(page, 'Opal Sandboxe').filter({ hasNotText: 'Paused to' }).waitFor();
      await badge(/^Live$/).waitFor();
      await notice.waitFor({ state: 'detached' });
    }, 120_000);
  });

  describe('while the API is down', () => {
    it('the board says that the connection is lost and as of when it is, and catches up without a reload', async () => {
      const page = await world.desk.window('/board');
      const opal = rowOf(page, 'Opal Sandboxe');
      await opal.waitFor();
      await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
      await world.stack.takeDown('api');
      await page.getByText('Connection lost.').waitFor();
      const notice = plain(await page.getByText('Connection lost.').locator('..').textContent());
      expect(notice).toMatch(/You see the state of \d\d:\d\d:\d\d E[SD]T\. Countdowns run on/);
      await page
        .getByRole('status')
        .filter({ hasText: /^Lost$/ })
        .waitFor();
      expect(await opal.isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Try now' }).click(); // in vain, and nothing breaks

      await world.stack.bringBack('api');
      await world.clinic.does(world.people.opal, 'PlaceHold', { ...pause(), holdId: 'h2' });
      await opal.filter({ hasText: 'Paused to' }).waitFor();
      await page.getByText('Connection lost.').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => 'neverReloaded' in globalThis)).toBe(true);
    }, 120_000);
  });
}
