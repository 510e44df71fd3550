import { axeFindings } from './axe.ts';
import { heading, rowOf, type World } from './world.ts';

/** Who saw what, and a journey of another site opened in an emergency. */
export function auditSpecs(world: World): void {
  const signIn = (name: string, path: string) => world.desk.windowOf(name, path);

  describe('in an emergency', () => {
    it('a therapist of another site opens one journey with a reason, sees until when, and ends it', async () => {
      const page = await signIn('Teal Harrow', `/journeys/${world.people.juniper}`);
      await page.getByRole('button', { name: 'In an emergency…' }).click();
      await page.getByRole('button', { name: 'Open the journey' }).click();
      await page.getByText('A reason is needed').waitFor();
      await page.getByRole('textbox', { name: 'Reason' }).fill('Found unresponsive, the ambulance asks');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Open the journey' }).click();
      await heading(page, 'Juniper Samplewood').waitFor();
      await page.getByText(/Emergency access, \d+\s(h|min)\sleft/).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'End now' }).click();
      await heading(page, 'Not found, or not yours to see').waitFor();
    });

    it('a journey that is not there looks as one of another site, to the end', async () => {
      const page = await signIn('Teal Harrow', '/journeys/00000000-0000-4000-8000-000000000000');
      await page.getByRole('button', { name: 'In an emergency…' }).click();
      await page.getByRole('textbox', { name: 'Reason' }).fill('Asked for by phone');
      await page.getByRole('button', { name: 'Open the journey' }).click();
      await page.getByText('There is nothing here that you may see').waitFor();
    });
  });

  describe('the privacy officer', () => {
    it('reviews what was opened in an emergency', async () => {
      const page = await signIn('Corvin Rook', '/audit?view=emergencies');
      await page
        .getByRole('row', { name: /Teal Harrow/ })
        .first()
        .click();
      await page.getByText('Found unresponsive, the ambulance asks').last().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('radio', { name: 'Justified', exact: true }).check();
      await page.getByRole('button', { name: 'Put the finding on record' }).click();
      await heading(page, 'Nothing to review').waitFor();
    });

    it('comes from a journey to who saw it, and no name stands in the address', async () => {
      const page = await signIn('Corvin Rook', '/board');
      await rowOf(page, 'Juniper Samplewood').click();
      await page.getByRole('link', { name: 'Who saw this journey' }).click();
      await page.getByRole('row', { name: /Teal Harrow.*Began emergency access.*Juniper Samplewood/ }).waitFor();
      await page
        .getByRole('row', { name: /Teal Harrow.*Not allowed to see a journey/ })
        .first()
        .click();
      await page.getByRole('complementary', { name: /Teal Harrow/ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(decodeURIComponent(page.url())).not.toMatch(/Juniper|Samplewood/);
    });
  });
}
