import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { laboratory, oru, sendHl7 } from '../clinic/laboratory.ts';
import { until } from '../clinic/until.ts';
import { findingsInBothSchemes } from './looks.ts';
import { heading, type World } from './world.ts';

const rowIn = (page: Page) => page.getByRole('row', { name: /^North laboratory/ }).first();
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Message of North laboratory' });

export function messageSpecs(world: World): void {
  /** A result of somebody whom the laboratory knows by a number that nobody here has. */
  async function comes(controlId: string, name = 'Exampleton^Wren'): Promise<void> {
    const report = { patientId: randomUUID(), controlId, specimen: `N-${controlId}`, value: 'Negative' } as const;
    const message = oru(report).replace('Exampleton^Wren', name);
    expect(await sendHl7(world.stack.addresses().mllp, [message])).toEqual([`AA ${controlId}`]);
  }

  /** A nurse's window with the panel of the message. */
  async function chosen(): Promise<Page> {
    const page = await world.desk.windowOf('Jay Sandpiper', '/messages');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await rowIn(page).filter({ hasText: 'Nobody here could be found' }).click();
    await panelOf(page).getByText('nothing yet').waitFor();
    return page;
  }

  describe('a message from outside that could not become facts', () => {
    beforeAll(async () => {
      const file = join(world.stack.dir, 'senders.json');
      writeFileSync(file, JSON.stringify({ senders: [laboratory] }));
      await world.stack.stepway('senders', 'set', file);
    });

    it('waits, is opened, and released with the person it speaks of: its fact stands in the journey', async () => {
      const larch = await world.clinic.admitted('iop', { given: 'Larch', family: 'Pretendell' });
      await comes('M1');
      const page = await chosen();
      expect(await page.getByText('Exampleton').count()).toBe(0);
      expect(await findingsInBothSchemes(page)).toEqual([]);
      const system = await world.desk.windowOf('Martin Swift', '/system');
      await system.getByRole('row', { name: 'North laboratory 0 1' }).waitFor();
      await system.getByText('Coordinators and clinicians of the sites of a sender').waitFor();

      const panel = panelOf(page);
      await panel.getByRole('button', { name: 'Open the message' }).click();
      await panel.getByText('Exampleton^Wren').waitFor();
      await panel.getByRole('textbox', { name: 'Of whom it speaks' }).fill('Pretendell');
      await panel.getByRole('button', { name: /^Choose Larch Pretendell/ }).click();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await panel.getByRole('button', { name: 'Release' }).click();
      await panel.waitFor({ state: 'detached' });
      await heading(page, 'No message waits for a person').waitFor();
      await until('the result in the journey', async () => {
        const { body } = await world.clinic.get(`/v1/episodes/${larch}`);
        return (body['specimens'] as unknown[]).length === 1;
      });
    });

    it('is shown as a text, whatever it says, and dismissed with a reason, once it was asked whether its words may be erased', async () => {
      const name = '<script>document.title=1</script>^<img src=x onerror="document.title=1">';
      await comes('M2', name);
      const page = await chosen();
      const panel = panelOf(page);
      const title = await page.title();
      await panel.getByRole('button', { name: 'Open the message' }).click();
      await panel.getByText(name).waitFor();
      expect([await page.title(), await page.locator('img[src="x"]').count()]).toEqual([title, 0]);
      await panel.getByRole('button', { name: 'Correct the text' }).click();
      await panel.getByRole('textbox', { name: 'Corrected text' }).fill('MSH|typed');
      await page.setViewportSize({ width: 1024, height: 768 });
      const drawer = page.getByRole('dialog', { name: 'Message of North laboratory' });
      expect(await drawer.getByRole('textbox', { name: 'Corrected text' }).inputValue()).toBe('MSH|typed');
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
      expect(await panel.getByRole('textbox', { name: 'Corrected text' }).inputValue()).toBe('MSH|typed');
      expect(await panel.locator(':focus').count()).toBe(1);
      await panel.getByRole('textbox', { name: 'Corrected text' }).fill('');
      await panel.getByRole('button', { name: 'Release' }).click();
      await panel.getByText('The message needs a text').waitFor();
      await panel.getByRole('button', { name: 'Dismiss' }).click();
      await page.getByRole('menuitem', { name: 'It is a test message' }).click();
      const dialog = page.getByRole('dialog', { name: 'Dismiss this message?' });
      await dialog.getByText('Its words are erased for good').waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Dismiss and erase its words' }).click();
      await heading(page, 'No message waits for a person').waitFor();
      expect(await panel.count()).toBe(0);
    });
  });
}
