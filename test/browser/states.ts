import { axeFindings } from './axe.ts';
import { heading, rowOf, type World } from './world.ts';

const lists = '**/v1/episodes?**';

export function stateSpecs(world: World): void {
  describe('while the answer is on its way', () => {
    it('the board shows its own shape, and then the people', async () => {
      const page = await world.desk.window('about:blank');
      let answer: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (answer = resolve));
      await page.route(lists, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/board');
      await page.getByRole('status', { name: 'The board is loading' }).waitFor();
      expect(await page.getByRole('link', { name: /^Everyone/ }).textContent()).toBe('Everyone');
      expect(await axeFindings(page)).toEqual([]);
      answer();
      await rowOf(page, 'Juniper Samplewood').waitFor();
      expect(await page.getByRole('status', { name: 'The board is loading' }).count()).toBe(0);
    });
  });

  describe('when the answer does not come', () => {
    it('the board says so and that nothing was lost, and tries again when asked', async () => {
      const page = await world.desk.window('about:blank');
      await page.route(lists, (route) => route.abort());
      await page.goto('/board');
      await heading(page, 'The board could not be loaded').waitFor();
      await page.getByText('The server does not answer. Nothing was lost.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.unroute(lists);
      await page.getByRole('button', { name: 'Try again' }).click();
      await rowOf(page, 'Juniper Samplewood').waitFor();
    });

    it('so does Today, also where not even the number of tasks comes', async () => {
      const page = await world.desk.window('about:blank');
      await page.route('**/v1/worklist**', (route) => route.abort());
      await page.route('**/v1/worklist/counts**', (route) => route.abort());
      await page.goto('/today');
      await page.getByText('The server does not answer. Nothing was lost.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('so does the page of a journey', async () => {
      const page = await world.desk.window('about:blank');
      await page.route('**/v1/episodes/*', (route) => route.abort());
      await page.goto(`/journeys/${world.people.juniper}`);
      await heading(page, 'The journey could not be loaded').waitFor();
      await page.unroute('**/v1/episodes/*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await heading(page, 'Juniper Samplewood').waitFor();
    });
  });

  describe('a screen that is for others', () => {
    it('says so, and leads back', async () => {
      const page = await world.desk.window('/system');
      await heading(page, 'This screen is not part of your role').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'To the board' }).click();
      await rowOf(page, 'Juniper Samplewood').waitFor();
    });
  });
}
