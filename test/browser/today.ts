import type { Locator, Page } from 'playwright-core';
import { findingsInBothSchemes } from './looks.ts';
import { plain, type World } from './world.ts';

/** All hand-offs without an appointment: the list in which the people of these specs stand. */
const handOffs = '/today?who=all&kind=schedule-hand-off';
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const inFocus = (page: Page): Locator => page.locator('[data-row]:focus');
const ownerIn = (row: Locator, name: string) => row.getByRole('img', { name, exact: true });

/** Goes down the list by J until the row of this person is in focus. */
async function downTo(page: Page, name: string): Promise<void> {
  for (const row of await page.locator('[data-row]').all()) {
    await page.keyboard.press('j');
    await row.and(inFocus(page)).waitFor();
    if (plain(await row.textContent()).includes(name)) return;
  }
  throw new Error(`J does not come to ${name}`);
}

export function todaySpecs(world: World): void {
  /** Somebody on the way to IOP, without an appointment there: a task that can be claimed and put off. */
  const whoMoves = async (given: string) => {
    const episodeId = await world.clinic.admitted('residential', { given, family: 'Sketchley' });
    const reason = { reasonCode: 'clinical-judgement', reason: 'Ready for less support' };
    await world.clinic.does(episodeId, 'ChangeLevelOfCare', { to: 'iop', ...reason });
    return episodeId;
  };
  const today = async (path: string, name: string) => {
    const page = await world.desk.window(path);
    await rowOf(page, name).first().waitFor();
    return page;
  };
  /** Another of the staff, by the sign-in provider. */
  const another = async (name: RegExp, path: string) => {
    const page = await world.desk.strangersWindow();
    await page.goto(path);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name }).click();
    return page;
  };

  describe('the tasks of today', () => {
    it('are ranked, each with its reason, and beside the list with the points that make its rank', async () => {
      await whoMoves('Alder');
      const page = await today('/today?who=all', 'Alder Sketchley');
      const row = rowOf(page, 'Alder Sketchley').filter({ hasText: 'Make the hand-off appointment' });
      expect(plain(await row.textContent())).toContain('Hand-off without an appointment');
      const points = await page.locator('[data-row] [role=gridcell] b.figure:first-child').allTextContents();
      const ranks = points.map(Number).filter((number) => !Number.isNaN(number));
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      await row.click();
      const panel = page.getByRole('complementary', { name: 'Make the hand-off appointment: Alder Sketchley' });
      await panel.getByRole('heading', { name: /^Why it ranks here: \d+ points$/ }).waitFor();
      await panel.getByText('On the way between two levels').waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
    });

    it('are worked through with the keyboard alone: J at once to the first, C claims', async () => {
      await whoMoves('Briar');
      const page = await today(handOffs, 'Briar Sketchley');
      await page.keyboard.press('j');
      expect(await inFocus(page).getAttribute('aria-rowindex')).toBe('2');
      await page.goto(handOffs);
      await rowOf(page, 'Briar Sketchley').waitFor();
      await downTo(page, 'Briar Sketchley');
      await page.keyboard.press('c');
      await ownerIn(rowOf(page, 'Briar Sketchley'), 'Robin Quill').waitFor();
    });

    it('lose no step of quick keys, are put off with S, and the focus goes on to the next', async () => {
      await Promise.all([whoMoves('Hawthorn'), whoMoves('Ivy'), whoMoves('Juneberry')]);
      const page = await today(handOffs, 'Juneberry Sketchley');
      await rowOf(page, 'Hawthorn Sketchley').waitFor();
      for (const _ of [1, 2, 3]) await page.keyboard.press('j');
      await page.locator('[data-row][aria-rowindex="4"]:focus').waitFor();
      await page.keyboard.press('k');
      await page.locator('[data-row][aria-rowindex="3"]:focus').waitFor();
      const name = plain(await inFocus(page).getByRole('rowheader').locator('b').textContent());
      const next = plain(
        await page.locator('[data-row][aria-rowindex="4"]').getByRole('rowheader').locator('b').textContent(),
      );
      await page.keyboard.press('s');
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=menuitem]:focus').waitFor();
      await page.keyboard.press('Enter');
      await inFocus(page).filter({ hasText: next }).waitFor();
      await page.goto(handOffs);
      await rowOf(page, next).waitFor();
      expect(await rowOf(page, name).count()).toBe(0);
      await page.goto(`${handOffs}&snoozed=shown`);
      await rowOf(page, name).waitFor();
    });

    it('are given to another with A and the arrows, and Ctrl Z gives them back to who had them', async () => {
      await whoMoves('Kalmia');
      const page = await today(handOffs, 'Kalmia Sketchley');
      await downTo(page, 'Kalmia Sketchley');
      await page.keyboard.press('c');
      await ownerIn(rowOf(page, 'Kalmia Sketchley'), 'Robin Quill').waitFor();
      await inFocus(page).filter({ hasText: 'Kalmia Sketchley' }).waitFor();
      await page.keyboard.press('a');
      await page.getByRole('menuitem', { name: /^Linnet Marsh/ }).waitFor();
      await page.keyboard.type('linn');
      await page.locator('[role=menuitem]:focus').filter({ hasText: 'Linnet Marsh' }).waitFor();
      await page.keyboard.press('Enter');
      await ownerIn(rowOf(page, 'Kalmia Sketchley'), 'Linnet Marsh').waitFor();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await page.keyboard.press('Control+z');
      await ownerIn(rowOf(page, 'Kalmia Sketchley'), 'Robin Quill').waitFor();
    });

    it('stay in sight when somebody who had none claims the first', async () => {
      await whoMoves('Dogwood');
      const page = await another(/Phoebe Rushes/, '/today?kind=schedule-hand-off');
      await page.getByRole('button', { name: 'Claim: Dogwood Sketchley' }).click();
      await ownerIn(rowOf(page, 'Dogwood Sketchley'), 'Phoebe Rushes').waitFor();
      await page
        .getByRole('link', { name: /^My team/ })
        .filter({ hasText: '1' })
        .waitFor();
      expect(await page.getByRole('link', { name: /^All/ }).getAttribute('aria-current')).toBe('true');
      await rowOf(page, 'Briar Sketchley').waitFor();
    });

    it('show who claimed one, on the open page of another coordinator, without a reload', async () => {
      await whoMoves('Elder');
      const page = await today(handOffs, 'Elder Sketchley');
      const second = await another(/Linnet Marsh/, handOffs);
      await rowOf(second, 'Elder Sketchley').waitFor();
      await page.getByRole('button', { name: 'Claim: Elder Sketchley' }).click();
      await ownerIn(rowOf(second, 'Elder Sketchley'), 'Robin Quill').waitFor();
      expect(await second.getByRole('button', { name: 'Claim: Elder Sketchley' }).count()).toBe(0);
    });

    it('are claimed together: X marks them, what will happen is said before, and then what happened to each', async () => {
      await Promise.all([whoMoves('Furze'), whoMoves('Gorse')]);
      const page = await today(handOffs, 'Furze Sketchley');
      await rowOf(page, 'Gorse Sketchley').waitFor();
      for (const name of ['Furze Sketchley', 'Gorse Sketchley']) {
        await rowOf(page, name).click();
        await rowOf(page, name).and(page.locator('[aria-current=true]')).waitFor();
        await page.keyboard.press('x');
      }
      const bar = page.getByRole('region', { name: 'Acts on all that are marked' });
      await bar.getByRole('button', { name: 'Claim' }).click();
      const dialog = page.getByRole('dialog', { name: 'Claim 2 tasks' });
      await dialog.getByText('2 will be done').waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Claim 2 tasks' }).click();
      await dialog.getByText('Of 2, 2 were done.').waitFor();
      expect(
        await dialog
          .getByRole('listitem')
          .filter({ hasText: /Sketchley.*done$/ })
          .count(),
      ).toBe(2);
      await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
      await bar.waitFor({ state: 'detached' });
      for (const name of ['Furze Sketchley', 'Gorse Sketchley'])
        await ownerIn(rowOf(page, name), 'Robin Quill').waitFor();
    });
  });

  describe('a crisis', () => {
    it('comes above everything, with its clock, and A acknowledges it', async () => {
      const episodeId = await world.clinic.admitted('residential', { given: 'Heather', family: 'Sketchley' });
      const page = await world.desk.window('/today?who=all');
      await page.getByRole('grid').waitFor();
      await world.clinic.does(episodeId, 'RaiseCrisis', { crisisId: 'c1', kind: 'suicidality', actions: [] });
      const lane = page.getByRole('region', { name: 'Crisis, 1 open' });
      const crisis = lane.getByRole('listitem').filter({ hasText: 'Heather Sketchley' });
      await crisis.getByText('Suicidality').waitFor();
      expect(plain(await crisis.getByRole('timer').textContent())).toMatch(/^1[45] min.* left, by \d\d:\d\d/);
      await page.getByRole('alert').filter({ hasText: 'New crisis: Heather Sketchley' }).waitFor({ state: 'attached' });
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await crisis.getByText(/^Called now: Robin Quill, since \d\d:\d\d/).waitFor();
      await crisis.getByRole('link', { name: 'Suicidality' }).click();
      const tree = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'Called now' });
      expect(plain(await tree.textContent())).toContain('1. Robin Quill2. Linnet Marsh');
      const elsewhere = await world.desk.window('/tests');
      await elsewhere.getByRole('status').getByRole('link', { name: '1 crisis open' }).press('Enter');
      await elsewhere.getByRole('region', { name: 'Crisis, 1 open' }).waitFor();
      // Who comes later reads it in the lane: it is not news.
      const later = await world.desk.window('/today?who=all');
      await later
        .getByRole('region', { name: 'Crisis, 1 open' })
        .getByRole('link', { name: 'Heather Sketchley' })
        .waitFor();
      expect(await later.getByRole('alert').allTextContents()).toEqual(['']);
      // G A is for a screen, and acknowledges nothing.
      await later.keyboard.press('g');
      await later.keyboard.press('a');
      await later.waitForURL('**/analytics/**');
      expect(await crisis.getByRole('timer').count()).toBe(1);
      await page.keyboard.press('a');
      await crisis.getByText('Acknowledged by Robin Quill').waitFor();
      expect(await crisis.getByRole('timer').count()).toBe(0);
      await world.clinic.does(episodeId, 'ResolveCrisis', { crisisId: 'c1', actions: ['called-988'] });
      await lane.waitFor({ state: 'detached' });
    });
  });
}
