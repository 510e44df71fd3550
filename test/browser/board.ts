import { pause, seedPeople } from '../clinic/people.ts';
import { until } from '../clinic/until.ts';
import { axeFindings } from './axe.ts';
import { heading, namesIn, plain, rowOf, type World } from './world.ts';

interface Count {
  readonly level: string;
  readonly active: number;
  readonly inHandOff: number;
}
interface Places {
  readonly level: string;
  readonly places: number | null;
}
interface Programme {
  readonly id: string;
  readonly levels: readonly { readonly id: string; readonly title: string }[];
}

export function boardSpecs(world: World): void {
  describe('a board with nobody on it yet', () => {
    it('says so, and shows the first people without a reload', async () => {
      const page = await world.desk.window('/board');
      await heading(page, 'Nobody is on the board yet').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      world.people = await seedPeople(world.clinic);
      await rowOf(page, 'Juniper Samplewood').waitFor();
    });
  });

  describe('the board', () => {
    it('shows how many people are at each level, and how many of them are between levels', async () => {
      const page = await world.desk.window('/board');
      const { body: census } = await world.clinic.get('/v1/census');
      const { body: programmes } = await world.clinic.get('/v1/programmes');
      const { body: capacity } = await world.clinic.get('/v1/capacity?programme=standard-four');
      const places = new Map((capacity['items'] as Places[]).map(({ level, places: number }) => [level, number]));
      const counts = census['rows'] as Count[];
      const programme = (programmes['items'] as Programme[]).find(({ id }) => id === 'standard-four');
      expect(counts).toEqual(
        expect.arrayContaining([expect.objectContaining({ level: 'iop', active: 2, inHandOff: 1 })]),
      );
      for (const { level, active, inHandOff } of counts) {
        const title = programme?.levels.find(({ id }) => id === level)?.title ?? level;
        const taken = typeof places.get(level) === 'number' ? `${active} of ${places.get(level)} places` : active;
        const name = `${title}: ${taken} taken, ${inHandOff} of them in hand-off`;
        if (active > 0) await page.getByRole('img', { name, exact: true }).waitFor();
      }
    });

    it('shows who needs action first, with the reason and the deadline, and then who is on course', async () => {
      const page = await world.desk.window('/board');
      await rowOf(page, 'Juniper Samplewood').waitFor();
      expect(await namesIn(page, 'IOP')).toEqual(['Juniper Samplewood', 'Yarrow Notareal']);
      expect(await namesIn(page, 'Referred')).toEqual(['Basalt Fictor']);
      const reasonOf = async (name: string) => plain(await rowOf(page, name).textContent());
      expect(await reasonOf('Juniper Samplewood')).toMatch(/day 41.*To residential, 2 d 23 h left/);
      expect(await reasonOf('Wren Mockridge')).toMatch(/Paused to \w{3} \d+ \w{3}/);
      expect(await reasonOf('Agate Trialsby')).toContain('Awaiting confirmation');
      expect(await reasonOf('Yarrow Notareal')).toBe('Yarrow Notareald 41');
      const strip = rowOf(page, 'Juniper Samplewood').getByRole('img', { name: /^Weekly screens/ });
      expect(await strip.getAttribute('aria-label')).toMatch(/negative, negative, none, negative.*positive/);
    });

    it('has beside the screens the counts that its own rows say, before any other list is read', async () => {
      const page = await world.desk.window('about:blank');
      // Never answered.
      await page.route(/\/v1\/(?:hand-offs|proposals)/, () => undefined);
      await page.goto('/board');
      const counts = async (navigation: string) => {
        const links = page.getByRole('navigation', { name: navigation }).getByRole('link');
        const texts = (await links.allTextContents()).map((text) => /^(\D+)(\d+)$/.exec(text));
        return Object.fromEntries(texts.flatMap((found) => (found === null ? [] : [[found[1], found[2]]])));
      };
      await rowOf(page, 'Juniper Samplewood').waitFor();
      const beside = await until('counts beside all screens that have some', async () => {
        const found = await counts('Screens');
        return 'Between levels' in found && 'Proposals' in found && found;
      });
      const above = await counts('Saved views');
      expect(beside).toMatchObject({ 'Between levels': above['Not yet seen'], Proposals: above['Proposals'] });
      expect(beside['Board']).toBe(above['Everyone']);
    });

    it('says how far its data are behind, and what is simulated', async () => {
      const page = await world.desk.window('/board');
      await page
        .getByRole('status')
        .filter({ hasText: /^Live$/ })
        .waitFor();
      expect(plain(await page.getByRole('banner').textContent())).toMatch(/Live · \d+ ms/);
      await page.getByText('names, goals, confirmations, hand-offs and reviews are simulated').waitFor();
    });

    it('narrows by level, reason and name, and keeps all but the name in an address that can be shared', async () => {
      const page = await world.desk.window('/board');
      await page.getByRole('link', { name: /^Needs action/ }).click();
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Level' }).click();
      await page.getByRole('menuitem', { name: 'IOP' }).click();
      await page.getByRole('button', { name: 'Level IOP' }).waitFor();
      await page.locator('label').filter({ hasText: 'Table' }).click();
      await page.getByRole('columnheader', { name: 'Last screen' }).waitFor();
      const address = page.url();
      expect(Object.fromEntries(new URL(address).searchParams)).toEqual({ level: 'iop', view: 'table', flag: 'any' });

      for (const again of [await page.reload().then(() => page), await world.desk.window(address)]) {
        await rowOf(again, 'Juniper Samplewood').waitFor();
        expect(await again.locator('[data-place]').allTextContents()).toEqual(['Juniper Samplewood']);
      }
      await page.getByRole('textbox', { name: 'Filter by name' }).fill('nobody');
      await heading(page, 'Nobody matches').waitFor();
      expect(page.url()).toBe(address);
      await page.getByRole('button', { name: 'Show everyone' }).click();
      await rowOf(page, 'Agate Trialsby').waitFor();
    });

    it('is filtered, turned into rows and into a table, and kept as a view, by keyboard alone', async () => {
      const page = await world.desk.window('/board');
      await rowOf(page, 'Juniper Samplewood').waitFor();
      await page.getByRole('button', { name: 'Filter', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Level' }).waitFor();
      await page.keyboard.type('lev');
      await page.locator('[role=menuitem]:focus').filter({ hasText: 'Level' }).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('menuitem', { name: 'IOP' }).waitFor();
      await page.locator('[role=menuitem]:focus').filter({ hasNotText: 'Level' }).waitFor();
      await page.keyboard.type('io');
      await page.locator('[role=menuitem]:focus').filter({ hasText: 'IOP' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/level=iop/);
      await page.getByRole('radio', { name: 'Columns' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/view=rows/);
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/view=table/);
      await page.getByRole('button', { name: 'Keep this view' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Name of the view' }).waitFor();
      await page.keyboard.type('Intensive');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /^Everyone/ }).focus();
      await page.keyboard.press('Enter');
      await page.goto('/board');
      await page.getByRole('link', { name: /^Intensive/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.search.includes('level=iop') && url.search.includes('view=table'));
      await page.getByRole('button', { name: 'Forget the view Intensive' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /^Intensive/ }).waitFor({ state: 'detached' });
    });

    it('shows on a card what to do next, after the card itself', async () => {
      const page = await world.desk.window('/board');
      await rowOf(page, 'Juniper Samplewood').focus();
      await page.keyboard.press('Tab');
      const act = page.getByRole('link', { name: /: Juniper Samplewood$/ });
      await act.and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(page.url()).toContain(`of=${world.people.juniper}`);
    });

    it('lists who was discharged', async () => {
      const page = await world.desk.window('/board');
      await page.getByRole('link', { name: 'Discharged' }).click();
      await rowOf(page, 'Cedar Fauxley').waitFor();
      expect(await page.locator('[data-place]').count()).toBe(1);
    });

    it('shows what a command sent through the API did, without a reload', async () => {
      const page = await world.desk.window('/board');
      await rowOf(page, 'Opal Sandboxe').waitFor();
      await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
      await world.clinic.does(world.people.opal, 'PlaceHold', pause());
      await rowOf(page, 'Opal Sandboxe').filter({ hasText: 'Paused to' }).waitFor();
      expect(await page.evaluate(() => 'neverReloaded' in globalThis)).toBe(true);
    });

    it('moves no row under the pointer: it says how many changes wait', async () => {
      const page = await world.desk.window('/board');
      await rowOf(page, 'Yarrow Notareal').waitFor();
      const show = page.getByRole('button', { name: '1 change, show' });
      const place = await rowOf(page, 'Juniper Samplewood').boundingBox();
      if (place === null) throw new Error('the row is not in sight');
      let at = 0;
      const restless = async () => {
        await page.mouse.move(place.x + 20 + (at++ % 10), place.y + 10);
        return show.isVisible();
      };
      await restless();
      await world.clinic.does(world.people.yarrow, 'PlaceHold', pause());
      await until('the change is told', restless);
      expect(await page.getByRole('region', { name: 'People in IOP' }).getByText('On course').count()).toBe(1);
      await show.click();
      await page.getByRole('region', { name: 'People in IOP' }).getByText('On course').waitFor({ state: 'detached' });
    });
  });
}
