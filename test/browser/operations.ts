import pg from 'pg';
import { hoursAgo } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';
import { axeFindings } from './axe.ts';
import { heading, plain, rowOf, type World } from './world.ts';

/** The programmes, the system, and what an upgrade asks for: what those do who run it. */
export function operationsSpecs(world: World): void {
  const programmesSpecs = (): void => {
    const director = (path: string) => world.desk.windowOf('Merle Heron', path);

    it('the programme of most people comes first: as a graph, in words, and what changed between two versions', async () => {
      const page = await director('/programmes');
      await page.getByRole('button', { name: 'Programme Four levels of care' }).waitFor();
      const graph = page.getByRole('img', { name: /^Levels, the least support first: aftercare, .* and detox\./ });
      expect(await graph.getAttribute('aria-label')).toContain('more support leads from IOP to residential');
      await page.getByText('Somebody is there around the clock.').first().waitFor();

      await page.getByRole('link', { name: 'Versions' }).click();
      await heading(page, 'changes from version 1 to 2').waitFor();
      const review = page.getByRole('row', { name: /^The stay is reviewed after 90 days.*after 365 days/ });
      await review.waitFor();
      expect(await review.locator('del').textContent()).toBe('90');
      expect(await review.locator('ins').textContent()).toBe('365');
    });

    it('a test patient is lived through, with the decisions and their rules', async () => {
      const page = await director('/programmes/standard-four/2?view=preview');
      await page.getByRole('button', { name: 'Live it through' }).click();
      const decision = page.getByText(/Unexpected positive \(cocaine\).*more support begins/);
      await decision.click();
      await page.getByRole('listitem').filter({ has: decision }).getByRole('listitem').first().waitFor();
      await page.getByRole('img', { name: /on the way to residential from day 21 to day 60/i }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('what a replay of the real log has found stands on the page, for those who answer for the rules', async () => {
      const page = await director('/programmes/standard-four/1?view=replay');
      await heading(page, 'It was not tried yet on the real log').waitFor();
      await world.stack.stepway('replay', '--programme', 'standard-four@1', '--publish');
      await page.reload();
      const found = page.getByText(/^\d+ of \d+ people would have been treated otherwise\.$/);
      await found.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      // A therapist answers for people, not for the rules.
      const therapist = await world.desk.windowOf('Noa Kestrel', '/programmes/standard-four/1?view=replay');
      await therapist.getByRole('img', { name: /^Levels, / }).waitFor();
      expect(await therapist.getByRole('link', { name: 'Replay' }).count()).toBe(0);
    });

    it('journeys are moved to another version: tried first, then moved with a reason', async () => {
      const patientId = await world.clinic.newPatient({ given: 'Linden', family: 'Mockwell' });
      const opened = await world.clinic.once('POST', '/v1/episodes', {
        ...{ patientId, siteId: 'main', entryLevel: 'iop', ageGroup: 'adult', occurredAt: hoursAgo(50) },
        programme: { id: 'standard-four', version: 1 },
      });
      const episodeId = String(opened.body['episodeId']);
      await world.clinic.does(episodeId, 'Admit', { level: 'iop', attendedAt: hoursAgo(48) });
      const versionOf = async () =>
        (await world.clinic.get(`/v1/episodes/${episodeId}?after=2`)).body['programme'] as { version: number };
      expect(await versionOf()).toMatchObject({ version: 1 });

      const page = await director('/programmes/standard-four/1?view=move');
      await page.getByRole('button', { name: 'Try it for everyone' }).click();
      await page.getByRole('status').filter({ hasText: '1 journey would move' }).waitFor();
      expect(await versionOf()).toMatchObject({ version: 1 });
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Move 1 journey' }).click();
      const dialog = page.getByRole('dialog', { name: 'Move everyone to version 2?' });
      await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Agreed in the clinical meeting');
      await dialog.getByRole('button', { name: 'Move 1 journey' }).click();
      await page.getByRole('status').filter({ hasText: '1 journey was moved' }).waitFor();
      await until('the journey is on version 2', async () => (await versionOf()).version === 2);
    });
  };

  const systemSpecs = (): void => {
    let database: pg.Client;
    beforeAll(async () => {
      database = new pg.Client({ connectionString: world.stack.addresses().postgres });
      await database.connect();
    });
    afterAll(() => database.end());
    const administrator = () => world.desk.windowOf('Martin Swift', '/system');

    it('shows the lags, the way of the events and the servers, and whether anything asks for somebody', async () => {
      const page = await administrator();
      await page.getByRole('status').filter({ hasText: 'Everything keeps up' }).waitFor();
      for (const server of ['PostgreSQL', 'Kafka', 'Temporal'])
        await page
          .getByRole('listitem')
          .filter({ hasText: server })
          .filter({ hasText: /answers in \d+/ })
          .waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Projector' })
        .filter({ hasText: 'level with the log' })
        .waitFor();
      await page.getByText('Boards behind the log').waitFor();
    });

    it('a journey that is parked is tried again when asked, and is on the boards again', async () => {
      const sorrel = await world.clinic.admitted('iop', { given: 'Sorrel', family: 'Laybyworth' });
      const board = await world.desk.window('/board');
      const row = rowOf(board, 'Sorrel Laybyworth');
      await row.waitFor();
      await database.query(`INSERT INTO read.parked (episode_id, version, reason) VALUES ($1, 3, 'NOT_BY_CONTRACT')`, [
        sorrel,
      ]);
      await world.clinic.does(sorrel, 'PlaceHold', {
        holdId: 'h9',
        until: hoursAgo(-48),
        reason: 'Away for a court date',
      });
      expect(await row.textContent()).not.toContain('Paused');

      const page = await administrator();
      await heading(page, '1 journey is parked').waitFor();
      await page.getByRole('status').filter({ hasText: '1 journey is parked' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: /^Try again: journey / }).click();
      await page.getByText('No journey is parked.').waitFor();
      await page.getByRole('status').filter({ hasText: 'Everything keeps up' }).waitFor();
      await row.filter({ hasText: 'Paused' }).waitFor();
      await world.clinic.does(sorrel, 'ReleaseHold', { holdId: 'h9' });
    });

    it('a read model is built beside the live one, compared, and put in its place', async () => {
      const { fern } = world.people;
      await database.query(
        `UPDATE read.board_row SET level = 'detox', row = row || '{"level":"detox"}' WHERE episode_id = $1`,
        [fern],
      );
      const page = await administrator();
      await page.getByRole('combobox', { name: 'Read models' }).click();
      await page.getByRole('option', { name: 'board', exact: true }).click();
      await page.getByRole('button', { name: 'Build and compare' }).click();
      await page.getByRole('status').filter({ hasText: 'Rows differ from what the log says' }).waitFor();
      const difference = page.getByRole('row', { name: /^board_row/ });
      expect(plain(await difference.textContent())).toContain(`board_row11${fern.slice(0, 8)}`);
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Switch to the rebuilt tables' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Switch to the rebuilt tables' }).click();
      await page.getByRole('status').filter({ hasText: 'The rebuilt tables are in place' }).waitFor();
      const { rows } = await database.query('SELECT level FROM read.board_row WHERE episode_id = $1', [fern]);
      expect(rows).toEqual([{ level: 'residential' }]);
    });

    it('the last check of the invariants stands there, with what it looked at', async () => {
      await world.stack.stepway('verify');
      const page = await administrator();
      await page.getByText('All invariants hold').waitFor();
      await page.getByRole('row', { name: /I5 .*Read models/ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }, 120_000);
  };

  describe('programmes', programmesSpecs);
  describe('the system', systemSpecs);

  describe('after an upgrade that brought a new read model', () => {
    it('its screen says that it is being filled and how far, never that nobody is there, and fills by itself', async () => {
      const database = new pg.Client({ connectionString: world.stack.addresses().postgres });
      await database.connect();
      await world.stack.takeDown('projector');
      await database.query(`DELETE FROM read.waiting`);
      await database.query(
        `UPDATE read.coverage SET whole_since = NULL, folded = 3, to_fold = 12, moved_at = now() WHERE name = 'waiting'`,
      );
      await database.end();
      await world.stack.crash('api'); // an upgrade starts it anew
      await until('the API', async () => (await world.clinic.get('/health/ready')).status === 200);

      const page = await world.desk.window('/waiting-list');
      await heading(page, 'being filled after an upgrade').waitFor();
      await page.getByText('25 %: 3 of 12 journeys').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const system = await world.desk.windowOf('Martin Swift', '/system');
      await system
        .getByRole('listitem')
        .filter({ hasText: 'waiting' })
        .filter({ hasText: '3 of 12 journeys' })
        .waitFor();
      await world.stack.bringBack('projector');
      await page.getByRole('row').filter({ hasText: 'Basalt Fictor' }).waitFor();
      await system.getByRole('status').filter({ hasText: 'Everything keeps up' }).waitFor();
    }, 120_000);
  });
}
