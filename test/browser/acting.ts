import type { Page } from 'playwright-core';
import { typedDay } from './at-work/shift.ts';
import { findingsInBothSchemes } from './looks.ts';
import { heading, plain, type World } from './world.ts';

/** The dialogs to look at, and whom they are opened for. */
const dialogs = {
  'record-session': 'yarrow',
  'record-drug-test-result': 'yarrow',
  'set-goals': 'yarrow',
  'record-assessment': 'yarrow',
  'record-instrument': 'yarrow',
  'change-level-of-care': 'yarrow',
  'schedule-hand-off': 'juniper',
  'place-hold': 'yarrow',
  'give-consent': 'yarrow',
  'discharge-episode': 'yarrow',
} as const;

export function actingSpecs(world: World): void {
  const journey = async (person: keyof World['people'], name: string, search = '') => {
    const page = await world.desk.window(`/journeys/${world.people[person]}${search}`);
    await heading(page, name).waitFor();
    return page;
  };
  const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
  const yarrow = (search = '') => journey('yarrow', 'Yarrow Notareal', search);

  describe('recording a session', () => {
    it('takes the keyboard alone, shows at once on the page, and is taken back with Ctrl Z', async () => {
      const page = await yarrow();
      await page.getByRole('region', { name: 'Tasks' }).waitFor();
      await page.keyboard.press('r');
      await page.keyboard.press('s');
      await dialog(page, 'Record a session').waitFor();
      await page.locator('input:focus').waitFor();
      await page.keyboard.type('vocational');
      await page.getByRole('option', { name: 'Vocational counselling' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'Vocational counselling' }).waitFor({ state: 'hidden' });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type(typedDay(-1));
      await page.keyboard.press('Tab');
      await page.keyboard.type('1345');
      await dialog(page, 'Record a session')
        .getByText(/^Vocational counselling, /)
        .waitFor();
      let sent = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/record-session')) sent += 1;
      });
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Session recorded').first().waitFor();
      expect(sent).toBe(1);
      await dialog(page, 'Record a session').waitFor({ state: 'detached' });
      await page.getByRole('article').filter({ hasText: 'Vocational counselling' }).first().waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText('Undone: Session recorded').waitFor();
      await page
        .getByRole('article')
        .filter({ hasText: /entered in error/ })
        .first()
        .waitFor();
    });

    it('is rejected at the field in words, with the way out, and keeps what was entered', async () => {
      const page = await yarrow('?do=record-session');
      const form = dialog(page, 'Record a session');
      await form.getByLabel('Type').first().click();
      await page.getByRole('option', { name: 'Individual session' }).click();
      await form.getByLabel('Start, date').fill(typedDay(1));
      await form.getByLabel('Start, hours').fill('13');
      await form.getByLabel('Start, minutes').fill('30');
      await form.getByRole('button', { name: 'Record session' }).click();
      await form.getByText('Nothing was written. Your entries are kept.').waitFor();
      const said = plain(await form.textContent());
      expect(said).toMatch(/This lies .* ahead\. A fact can be recorded from 5 minutes before it happens\./);
      expect(await form.getByLabel('Start, date').getAttribute('aria-invalid')).toBe('true');
      expect(await form.getByLabel('Type').first().inputValue()).toBe('Individual session');
    });

    it('says what is missing before anything is sent, and asks before entries go', async () => {
      const page = await yarrow('?do=record-session');
      const form = dialog(page, 'Record a session');
      await form.getByRole('button', { name: 'Record session' }).click();
      expect(await form.getByText('This is needed.').count()).toBe(2);
      await form.getByLabel('Type').first().click();
      await page.getByRole('option', { name: 'Group session' }).click();
      await page.keyboard.press('Escape');
      await form.getByText('Close without recording? What you entered goes.').waitFor();
      await form.getByRole('button', { name: 'Go on here' }).click();
      await form.getByRole('button', { name: 'Cancel' }).click();
      await form.getByRole('button', { name: 'Close without recording' }).click();
      await form.waitFor({ state: 'detached' });
      expect(page.url()).not.toContain('do=');
    });
  });

  describe('deciding on another level', () => {
    it('shows what will happen, asks for a reason and once more, and starts the hand-off', async () => {
      const page = await journey('fern', 'Fern Placeholm', '?do=change-level-of-care');
      const form = dialog(page, 'Change level of care');
      await form.getByRole('radio', { name: /IOP/ }).click();
      await form.getByLabel('Reason').first().click();
      await page.getByRole('option', { name: 'Clinical judgement' }).click();
      await form.getByText('A reason is needed.').waitFor();
      await form.getByLabel(/In your words/).fill('Ready for less support, lives with her sister');
      await form.getByText(/First attended service by/).waitFor();
      await form.getByRole('button', { name: 'Start the hand-off to IOP' }).click();
      await form.getByRole('button', { name: 'Yes: Start the hand-off to IOP' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('main').getByText('Moving to').waitFor();
      expect(plain(await page.getByRole('main').textContent())).toMatch(/Moving to ?IOP/);
    });
  });

  describe('what can be done for a person', () => {
    it('is found by its words in the menu, and says why not where it cannot be done now', async () => {
      const page = await yarrow();
      await page.getByRole('button', { name: 'Actions', exact: true }).click();
      await page.getByRole('textbox', { name: 'Find an action' }).fill('arrival');
      const act = page.getByRole('button', { name: /Record the arrival/ });
      expect(await act.getAttribute('aria-disabled')).toBe('true');
      expect(await act.textContent()).toContain('No move is open');
      await page.getByRole('textbox', { name: 'Find an action' }).fill('pause auto');
      await page.keyboard.press('Enter');
      await dialog(page, 'Pause automatic moves').waitFor();
      await page.goBack();
      await dialog(page, 'Pause automatic moves').waitFor({ state: 'detached' });
    });

    it('is offered by the palette for the person that is found', async () => {
      const page = await world.desk.window('/board');
      await page.getByRole('link', { name: /^Yarrow Notareal/ }).waitFor();
      await page.keyboard.press('Control+k');
      await page.locator('input:focus').waitFor();
      await page.keyboard.type('yarrow');
      await page.getByRole('button', { name: 'Record outreach' }).click();
      await dialog(page, 'Record outreach').getByText('Yarrow Notareal').waitFor();
    });
  });

  describe('in light and in dark', () => {
    it.each(Object.entries(dialogs))('axe finds nothing in the dialog %s', async (command, person) => {
      const page = await world.desk.window(`/journeys/${world.people[person]}?do=${command}`);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
    });
  });
}
