import type { Page } from 'playwright-core';
import { plain, type World } from './world.ts';

const orderOf = (page: Page, role: string) => page.getByRole('row', { name: new RegExp(`^${role}`) }).first();
const dayAhead = (days: number) => {
  const zone = { timeZone: 'America/New_York', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-GB', zone).format(Date.now() + days * 86_400_000).replace('Sept', 'Sep');
};

export function onCallSpecs(world: World): void {
  describe('who is on call', () => {
    it('is said by a coordinator of the site, in order and until when, and shows on a board that was open', async () => {
      const nurse = await world.desk.windowOf('Jay Sandpiper', '/on-call?row=main.coordinator');
      const watched = orderOf(nurse, 'Care coordinator');
      await watched.getByText('Robin Quill').waitFor();
      await nurse.getByRole('complementary', { name: 'Care coordinator on call, Main site' }).waitFor();
      expect(await nurse.getByRole('button', { name: 'Set from now on' }).count()).toBe(0);

      const page = await world.desk.windowOf('Robin Quill', '/on-call');
      await page.keyboard.press('j');
      await orderOf(page, 'Care coordinator').click();
      const panel = page.getByRole('complementary', { name: 'Care coordinator on call, Main site' });
      expect(await panel.getByRole('listitem').allTextContents()).toEqual(['1Robin Quill', '2Linnet Marsh']);
      await panel.getByRole('button', { name: 'Call later: Robin Quill' }).press('Enter');
      expect(await panel.getByRole('listitem').allTextContents()).toEqual(['1Linnet Marsh', '2Robin Quill']);
      // What was pressed went down with its person, and kept the focus there.
      await panel
        .locator(':focus')
        .and(panel.getByRole('button', { name: 'Call earlier: Robin Quill' }))
        .waitFor();

      await panel.getByLabel('Until, date').fill(dayAhead(-1));
      await panel.getByLabel('Until, hours').fill('08');
      await panel.getByLabel('Until, minutes').fill('00');
      await panel.getByRole('button', { name: 'Set from now on' }).click();
      await panel.getByText('This moment has passed').waitFor();
      await panel.getByLabel('Until, date').fill(dayAhead(1));
      await panel.getByLabel('Until, hours').fill('08');
      await panel.getByRole('button', { name: 'Set from now on' }).click();
      await panel.waitFor({ state: 'detached' });
      expect(plain(await orderOf(page, 'Care coordinator').textContent())).toMatch(
        /1Linnet Marsh2Robin Quill.* 08:00 E[SD]T$/,
      );
      await watched.filter({ hasText: '1Linnet Marsh2Robin Quill' }).waitFor();
    });

    it('is left to nobody by name, and to those of another site by nobody of this one', async () => {
      const page = await world.desk.windowOf('Robin Quill', '/on-call?row=main.peer-worker');
      const panel = page.getByRole('complementary', { name: 'Peer worker on call, Main site' });
      await panel.getByRole('button', { name: 'Leave out: Lark Tanager' }).click();
      await panel.getByRole('button', { name: 'Set from now on' }).click();
      await panel.waitFor({ state: 'detached' });
      await orderOf(page, 'Peer worker').getByText('nobody by name').waitFor();

      await orderOf(page, 'Peer worker').click();
      await panel.getByRole('combobox', { name: 'Call also' }).click();
      await page.getByRole('option', { name: 'Lark Tanager' }).click();
      await panel.getByRole('button', { name: 'Set from now on' }).click();
      await panel.waitFor({ state: 'detached' });
      await orderOf(page, 'Peer worker').getByText('Lark Tanager').waitFor();

      await page.goto('/on-call?row=riverside.coordinator');
      await page.getByRole('complementary', { name: 'Care coordinator on call, Riverside' }).waitFor();
      expect(await page.getByRole('button', { name: 'Set from now on' }).count()).toBe(0);
    });
  });
}
