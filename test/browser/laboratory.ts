import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hoursAgo } from '../clinic/clinic.ts';
import { laboratory, oru, sendHl7 } from '../clinic/laboratory.ts';
import { until } from '../clinic/until.ts';
import { plain, type World } from './world.ts';

/** What a browser would do, were it taken for markup. */
const markup = '<img src=x onerror="document.title=1">';

export function laboratorySpecs(world: World): void {
  describe('a result that a laboratory sends while somebody looks at the board', () => {
    beforeAll(async () => {
      const file = join(world.stack.dir, 'senders.json');
      writeFileSync(file, JSON.stringify({ senders: [laboratory] }));
      await world.stack.stepway('senders', 'set', file);
    });

    it('moves the person there a moment later, and its correction takes the move back; a name is a text only', async () => {
      const episodeId = await world.clinic.admitted('iop', { given: markup, family: 'Inventedale' });
      const page = await world.desk.window('/board');
      const row = page.getByRole('link').filter({ hasText: `${markup} Inventedale` });
      await row.waitFor();
      const title = await page.title();
      const { body } = await until('the journey can be asked', async () => {
        const answer = await world.clinic.get(`/v1/episodes/${episodeId}`);
        return answer.body['level'] === 'iop' && answer;
      });
      const report = { patientId: String(body['patientId']), specimen: 'N-BOARD' };
      const { mllp } = world.stack.addresses();

      expect(await sendHl7(mllp, [oru({ ...report, controlId: 'B1' })])).toEqual(['AA B1']);
      const answered = performance.now();
      await row.filter({ hasText: 'To residential' }).waitFor();
      const ms = Math.round(performance.now() - answered);
      console.log(`From the answer to the laboratory to an open board: ${ms} ms`);
      expect(ms).toBeLessThan(5_000);

      const corrected = { ...report, status: 'C', value: 'Negative', reportedAt: hoursAgo(0.2) } as const;
      expect(await sendHl7(mllp, [oru({ ...corrected, controlId: 'B2' })])).toEqual(['AA B2']);
      await until('the move is taken back', async () => !plain(await row.textContent()).includes('To residential'));
      expect([await page.title(), await page.locator('img[src="x"]').count()]).toEqual([title, 0]);
    });
  });
}
