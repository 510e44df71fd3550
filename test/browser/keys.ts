import type { Page } from 'playwright-core';
import { heading, rowOf, type World } from './world.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

export function keySpecs(world: World): void {
  const board = async (options = {}) => {
    const page = await world.desk.window('/board', options);
    await rowOf(page, 'Juniper Samplewood').waitFor();
    return page;
  };

  describe('with the keyboard alone', () => {
    it('the first stop leads past the navigation to the content', async () => {
      const page = await board();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('To the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });

    it('a person is found in the palette, and Esc leaves it', async () => {
      const page = await board();
      const search = page.getByRole('textbox', { name: 'Go to a person or a screen' });
      await page.keyboard.press('/');
      await search.waitFor();
      await page.keyboard.press('Escape');
      await search.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await page.locator('input:focus').and(search).waitFor();
      await page.keyboard.type('juni');
      await page.getByRole('button', { name: /Juniper Samplewood/ }).waitFor();
      await page.keyboard.press('Enter');
      await heading(page, 'Juniper Samplewood').waitFor();
      expect(page.url()).not.toMatch(/juni/i);
    });

    it('a person who is found only after the last letter was typed is chosen, and Enter opens them', async () => {
      const page = await world.desk.window('about:blank');
      let typed: () => void = () => undefined;
      const whole = new Promise<void>((resolve) => (typed = resolve));
      await page.route(/\/v1\/episodes\?/, async (route) => {
        await whole;
        await route.continue();
      });
      await page.goto('/follow-ups');
      await heading(page, 'Follow-ups').waitFor();
      await page.keyboard.press('Control+k');
      await page.locator('input:focus').waitFor();
      await page.keyboard.type('juni');
      typed();
      await page.getByRole('button', { name: /Juniper Samplewood/ }).waitFor();
      await page.keyboard.press('Enter');
      await heading(page, 'Juniper Samplewood').waitFor();
    });

    it('J, K and the arrows move over people and levels, Enter opens one, W tells why, G B leads back', async () => {
      const page = await board();
      await page.keyboard.press('j');
      expect(await focused(page)).toMatch(/^Basalt Fictor/);
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toMatch(/^Opal Sandboxe/);
      await page.keyboard.press('ArrowRight');
      const first = await focused(page);
      await page.keyboard.press('j');
      expect(await focused(page)).not.toBe(first);
      await page.keyboard.press('k');
      expect(await focused(page)).toBe(first);
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toMatch(/^Juniper Samplewood/);
      await page.keyboard.press('Enter');
      await heading(page, 'Juniper Samplewood').waitFor();
      await page.getByRole('region', { name: 'Why this happened' }).waitFor();
      await page.keyboard.press('w');
      expect(await focused(page)).toMatch(/^Why/);
      await page.keyboard.press('g');
      await page.keyboard.press('b');
      await page.waitForURL('**/board');
    });

    it('F leads to the filter by name, and letters typed there are letters', async () => {
      const page = await board();
      await page.keyboard.press('f');
      await page.keyboard.type('fern j');
      expect(await page.getByRole('textbox', { name: 'Filter by name' }).inputValue()).toBe('fern j');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('textbox', { name: 'Filter by name' }).inputValue()).toBe('');
    });

    it('? shows the keys that act here, and only those', async () => {
      const titles = async (path: string) => {
        const page = await world.desk.window(path);
        await rowOf(page, 'Juniper Samplewood').or(page.getByRole('row').nth(1)).first().waitFor();
        await page.keyboard.press('?');
        const sheet = page.getByRole('dialog', { name: 'Keys' });
        await sheet.waitFor();
        return sheet.getByRole('heading', { level: 3 }).allTextContents();
      };
      expect(await titles('/board')).toEqual(['Everywhere', 'The board', 'Names', 'Screens']);
      expect(await titles('/board?view=table')).toEqual(['Everywhere', 'The table', 'Names', 'Screens']);
      expect(await titles('/today?who=all')).toEqual([
        'Everywhere',
        'The task at hand',
        'The list',
        'Several at once',
        'The panel',
        'For a person',
        'Screens',
      ]);
    });

    it('? shows the keys, where single letters can be switched off; Esc closes it', async () => {
      const page = await board({ ownProfile: true });
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keys' });
      await sheet.waitFor();
      await sheet.getByRole('switch', { name: 'Single keys act' }).press('Space');
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await page.keyboard.press('j');
      expect(await focused(page)).not.toMatch(/^Basalt/);
    });
  });
}
