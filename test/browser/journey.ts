import { heading, plain, type World } from './world.ts';

export function journeySpecs(world: World): void {
  const open = async (tab = '') => {
    const page = await world.desk.window(`/journeys/${world.people.juniper}${tab}`);
    await heading(page, 'Juniper Samplewood').waitFor();
    return page;
  };

  describe('the page of a journey', () => {
    it('says where the person is, where to by when, and what is next; the tab of the browser names nobody', async () => {
      const page = await open();
      const header = plain(await page.getByRole('main').textContent());
      expect(header).toMatch(/To residential, 2 d 23 h left/);
      expect(header).toMatch(/LevelIOP since \w{3} \d+ \w{3}, day 41/);
      expect(header).toMatch(/Moving toResidential by \w{3} \d+ \w{3} \d\d:\d\d EST/);
      expect(await page.title()).toBe('Journey · Stepway');
    });

    it('draws level over time, weekly screens and medication as one picture, which a sentence names', async () => {
      const page = await open();
      const sentence =
        /^Levels over time: IOP 40\sd so far; on the way to Residential; \d weeks of screens: 1 positive, 3 negative, 0 both, \d none; medication buprenorphine with naloxone\.$/;
      await page.getByRole('img', { name: sentence }).waitFor();
    });

    it('tells every fact in a sentence, with who acted and when', async () => {
      const page = await open('/facts');
      const facts = page.getByRole('region', { name: 'All facts' });
      const fact = (words: string | RegExp) => facts.getByRole('article').filter({ hasText: words });
      await fact(/More support \(step up\) started by itself: IOP to residential\..*by rule/).waitFor();
      await fact(/^.*Drug test .* positive for cocaine \(definitive\).*Merle Heron/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: /^Goals/ }).click();
      await fact('Goal achieved: support network.').waitFor();
      expect(await fact('More support').count()).toBe(0);
    });

    it('says what a test came to mean, and opens the rules it was judged by', async () => {
      const page = await open('/screens');
      const why = page.getByRole('button', { name: /^Why ?: Cocaine, Unexpected positive, treated as new use$/ });
      expect(await why.getAttribute('aria-expanded')).toBe('false');
      await why.click();
      await page.getByText('Tried in order; the first that holds decides.').waitFor();
      await page.getByRole('img', { name: 'decided' }).waitFor();
    });

    it('says why the move was made, with every rule and what it saw', async () => {
      const page = await open('/decisions');
      await page.getByText(/more support begins/).waitFor();
      await page
        .getByRole('button', { name: /^Why: \d+ of \d+ rules met/ })
        .first()
        .click();
      await page.getByText(/^The threshold is met · 1 of 1 within 28 days$/).waitFor();
      await page.getByText(/^Set off by: .+ By the rules of Four levels of care, version 2\.$/).waitFor();
      expect(await page.getByRole('img', { name: 'met', exact: true }).count()).toBeGreaterThan(5);
    });

    it('shows goals, tasks and the latest facts, and a new fact without a reload', async () => {
      const page = await open();
      await page.getByRole('region', { name: 'Goals at IOP' }).getByText('A place at sober living confirmed').waitFor();
      await page.getByRole('region', { name: 'Tasks' }).getByText('Make the hand-off appointment').waitFor();
      await world.clinic.does(world.people.juniper, 'CompleteGoal', { goalId: 'g2' });
      const latest = page.getByRole('region', { name: 'Latest facts' });
      await latest.getByRole('paragraph').filter({ hasText: 'Goal achieved: housing.' }).waitFor();
    });

    it('has the same words for a journey that is not there as for one that may not be seen', async () => {
      const page = await world.desk.window('/journeys/00000000-0000-4000-8000-000000000000');
      await heading(page, 'Not found, or not yours to see').waitFor();
      await page.getByRole('link', { name: 'To the board', exact: true }).click();
      await page.waitForURL('**/board');
    });
  });
}
