import type { Page } from 'playwright-core';
import { findingsInBothSchemes } from './looks.ts';
import { heading, plain, type World } from './world.ts';

/** A day at the site as a person types it: "25 Nov 2026". */
const typedDay = (days: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', day: 'numeric', month: 'short', year: 'numeric' })
    .format(Date.now() + days * 86_400_000)
    .replace('Sept', 'Sep');

export function moveListSpecs(world: World): void {
  const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
  const whoMoves = async (given: string) => {
    const episodeId = await world.clinic.admitted('residential', { given, family: 'Quillon' });
    await world.clinic.does(episodeId, 'ChangeLevelOfCare', {
      to: 'iop',
      reasonCode: 'clinical-judgement',
      reason: 'Ready for less support',
    });
    return episodeId;
  };

  describe('who is not yet seen at the next level', () => {
    it('gets an appointment from the list, is seen, and is then gone from it and at the new level elsewhere', async () => {
      const page = await world.desk.window('/not-yet-seen');
      const board = await world.desk.window('/board?view=table');
      const episodeId = await whoMoves('Larch');
      const row = rowOf(page, 'Larch Quillon');
      await row.getByRole('link', { name: 'Make appointment: Larch Quillon' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Appointment, date').fill(typedDay(1));
      await form.getByLabel('Appointment, hours').fill('09');
      await form.getByLabel('Appointment, minutes').fill('30');
      await page.keyboard.press('Control+Enter');
      await form.waitFor({ state: 'detached' });
      await row.getByRole('link', { name: 'Record arrival: Larch Quillon' }).waitFor();
      expect(plain(await row.textContent())).toContain('09:30');
      expect(await findingsInBothSchemes(page)).toEqual([]);

      const { body } = await world.clinic.get(`/v1/episodes/${episodeId}`);
      const { transitionId } = body['transition'] as { transitionId: string };
      const attendedAt = new Date().toISOString();
      await world.clinic.does(episodeId, 'CompleteHandOff', { transitionId, attendedAt });
      await row.waitFor({ state: 'detached' });
      await board.getByRole('row', { name: /Larch Quillon.*IOP/ }).waitFor();
    });

    it('is read row by row with the keys, and tells the story beside the list', async () => {
      const page = await world.desk.window('/not-yet-seen');
      await whoMoves('Tamar');
      await rowOf(page, 'Tamar Quillon').waitFor();
      await page.getByLabel('Filter by name').fill('Tamar');
      await page.getByRole('row', { name: /Later 1/ }).waitFor();
      await page.getByLabel('Filter by name').blur();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      const panel = page.getByRole('complementary', { name: 'The way of Tamar Quillon between two levels' });
      await panel.getByText(/Residential stays responsible/).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    });
  });

  describe('what waits for a decision', () => {
    it('shows a pause with who placed it, since only somebody else may renew it', async () => {
      const page = await world.desk.window('/proposals?view=hold');
      const row = rowOf(page, 'Wren Mockridge');
      expect(plain(await row.textContent())).toMatch(/Automatic moves paused/);
      await row.click();
      await page.getByText('Only somebody else may renew the pause.').first().waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
    });
  });

  describe('the waiting list', () => {
    it('has applicants in the order of the law, and sets how many places a level has', async () => {
      const page = await world.desk.window('/waiting-list');
      await rowOf(page, 'Basalt Fictor').click();
      await page.getByRole('complementary', { name: 'Basalt Fictor on the waiting list' }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);

      await page.getByRole('link', { name: /^Places/ }).click();
      await rowOf(page, 'Detox').click();
      const panel = page.getByRole('complementary', { name: 'Places at Detox' });
      await panel.getByLabel('Places').fill('31');
      await panel.getByRole('button', { name: 'Set from now on' }).click();
      await page.getByRole('row', { name: /Detox.* of 31 places/ }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
    });

    it('says where nobody matches', async () => {
      const page = await world.desk.window('/waiting-list?level=nothing');
      await heading(page, 'Nobody matches').waitFor();
    });
  });
}
