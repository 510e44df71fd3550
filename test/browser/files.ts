import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { findingsInBothSchemes } from './looks.ts';
import type { World } from './world.ts';

const roster = [
  'record_number,given_name,family_name,birth_date,site,programme,level,referred_at,admitted_at',
  'BF-1,Juniper,Pretendell,1984-05-17,main,standard-four,iop,2026-11-02,2026-11-04 10:00',
  'BF-2,"<img src=x onerror=alert(1)>",Pretendell,1991-12-03,main,standard-four,iop,2026-11-09,',
  'BF-3,Fern,Pretendell,spring,main,standard-four,spa,2026-11-09,',
].join('\r\n');

const choose = (page: Page, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

export function fileSpecs(world: World): void {
  describe('a file of people who come into care', () => {
    it('is tried, sent, told line by line, and harmless when it comes again', async () => {
      const page = await world.desk.windowOf('Robin Quill', '/files');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.getByText('record_number').waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await choose(page, roster);
      await page.getByText('2 lines would be recorded').waitFor();
      const wrong = page.getByRole('row', { name: /^4 Cannot be read/ });
      await wrong.getByText('birth_date: this is not understood · level: the programme has no such level').waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      expect(await page.getByRole('main').getByText('Juniper').count()).toBe(0);

      await page.getByRole('button', { name: 'Send 2 lines' }).click();
      await page.getByText('2 lines were recorded').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the results' }).click();
      const results = readFileSync(await (await download).path(), 'utf8');
      expect(results.split('\n')[1]).toMatch(/^2,Recorded,New person; New referral; Admit,[0-9a-f-]{36}$/);
      expect(results).not.toMatch(/Pretendell|BF-/);

      await choose(page, roster);
      await page.getByText('2 known before').waitFor();
      await page.getByText('0 lines would be recorded').waitFor();
      await page
        .getByRole('row', { name: /^2 Known before/ })
        .getByRole('link')
        .click();
      await page.getByRole('heading', { name: /Juniper Pretendell/ }).waitFor();
    });

    it('is not looked at where it is something else, and says why', async () => {
      const page = await world.desk.windowOf('Robin Quill', '/files');
      await choose(page, 'Ada,Canary\n1,2');
      await page.getByText('The first line has none of the names of the columns.').waitFor();
    });
  });
}
