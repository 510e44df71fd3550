import { hoursAgo } from '../clinic/clinic.ts';
import { axeFindings } from './axe.ts';
import { findingsInBothSchemes } from './looks.ts';
import { heading, rowOf, type World } from './world.ts';

const days = (number: number) => hoursAgo(24 * number);

export function pastSpecs(world: World): void {
  const journeyThen = (tab: string, asOf: string, sense: string) =>
    world.desk.window(`/journeys/${world.people.yarrow}/${tab}?asOf=${asOf}&sense=${sense}`);

  describe('a moment of the past', () => {
    it('shows a result that was told later by what was true then, and not by what was known then', async () => {
      const asOf = new Date().toISOString();
      await world.clinic.does(world.people.yarrow, 'RecordDrugTestResult', {
        specimenId: 'Y-late',
        collectedAt: days(2),
        reportedAt: hoursAgo(1),
        status: 'final',
        validity: { finding: 'valid' },
        results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' }],
      });
      const page = await journeyThen('screens', asOf, 'known');
      await page.getByText('No drug test was recorded yet.').waitFor();
      await page.getByText('1 fact was told only later.').waitFor();
      await page.getByText('What was true then').click();
      await page.getByText('Y-late').waitFor();
      expect(new URL(page.url()).searchParams.get('sense')).toBe('true');
    });

    it('is said by an inverted bar, where live changes rest and nothing can be recorded', async () => {
      const page = await journeyThen('overview', days(10), 'true');
      await heading(page, 'Yarrow Notareal').waitFor();
      await page.getByRole('region', { name: 'The moment that is shown' }).waitFor();
      await page.getByRole('status').filter({ hasText: 'Not live' }).waitFor();
      await page.getByText('Nothing can be recorded while you look back.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('moves by days, stays from screen to screen, and goes back to now by a key', async () => {
      const page = await world.desk.window(`/board?asOf=${days(10)}&sense=true`);
      await rowOf(page, 'Juniper Samplewood').waitFor();
      await page.getByRole('button', { name: '− 1 d' }).click();
      await page.waitForURL((url) => (url.searchParams.get('asOf') ?? '') < days(10.5));
      await rowOf(page, 'Juniper Samplewood').click();
      await heading(page, 'Juniper Samplewood').waitFor();
      expect(new URL(page.url()).searchParams.get('sense')).toBe('true');
      await page.keyboard.press('n');
      await page.waitForURL((url) => !url.searchParams.has('asOf'));
      await page
        .getByRole('status')
        .filter({ hasText: /^Live$/ })
        .waitFor();
    });

    it('has nobody on the board before anything was known', async () => {
      const page = await world.desk.window(`/board?asOf=${days(10)}&sense=known`);
      await heading(page, 'Nobody was on the board then').waitFor();
      await page.getByText('What was true then').click();
      await rowOf(page, 'Juniper Samplewood').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('has a journey that was not there yet', async () => {
      const page = await journeyThen('overview', days(10), 'known');
      await heading(page, 'Not there at this moment').waitFor();
    });
  });

  describe('a screen that shows now only', () => {
    it('says so in place of its rows, and shows them as they are now when asked', async () => {
      const page = await world.desk.window(`/tests?asOf=${days(10)}&sense=known`);
      await heading(page, 'This screen shows now only').waitFor();
      expect(await page.getByRole('main').getByRole('row').count()).toBe(0);
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await page.getByRole('link', { name: /^Board as of / }).waitFor();
      await page.getByRole('button', { name: 'Show it as it is now' }).click();
      await page.waitForURL((url) => !url.searchParams.has('asOf'));
      await heading(page, 'This screen shows now only').waitFor({ state: 'detached' });
    });

    it('is not the list of who is between two levels: it knows who was then', async () => {
      const page = await world.desk.window(`/not-yet-seen?asOf=${new Date().toISOString()}&sense=known`);
      await page.getByRole('row', { name: /Juniper/ }).waitFor();
      expect(await page.getByRole('link', { name: /^Make appointment/ }).count()).toBe(0);
    });
  });

  describe('views of the board', () => {
    it('can be named, kept and forgotten, and hold no name of a person', async () => {
      const page = await world.desk.window('/board?level=iop&owner=none');
      await rowOf(page, 'Juniper Samplewood').waitFor();
      await page.getByRole('textbox', { name: 'Filter by name' }).fill('Juniper');
      await page.getByRole('button', { name: 'Keep this view' }).click();
      await page.getByRole('textbox', { name: 'Name of the view' }).fill('IOP, nobody yet');
      await page.getByRole('button', { name: 'Keep the view' }).click();
      await page.goto(new URL('/board', page.url()).href);
      await page.getByRole('link', { name: /^IOP, nobody yet \d+$/ }).click();
      await page.waitForURL(/owner=none/);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Juniper');
      await page.getByRole('button', { name: 'Forget the view IOP, nobody yet' }).click();
      await page.getByRole('link', { name: /^IOP, nobody yet/ }).waitFor({ state: 'detached' });
    });

    it('are sorted in the table by the head of a column, and again the other way round', async () => {
      const page = await world.desk.window('/board?view=table');
      const names = () => page.locator('[data-place]').allTextContents();
      await page.getByRole('link', { name: 'Person', exact: true }).click();
      await page.getByRole('columnheader', { name: 'Person' }).and(page.locator('[aria-sort=ascending]')).waitFor();
      const ascending = await names();
      expect(ascending).toEqual(ascending.toSorted((a, b) => a.localeCompare(b)));
      await page.getByRole('link', { name: 'Person', exact: true }).click();
      await page.getByRole('columnheader', { name: 'Person' }).and(page.locator('[aria-sort=descending]')).waitFor();
      expect(await names()).toEqual(ascending.toReversed());
      expect(await axeFindings(page)).toEqual([]);
    });
  });
}
