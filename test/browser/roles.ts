import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { heading, rowOf, type World } from './world.ts';

/** The people of the development sign-in, and the screen at which their day begins. */
const people = [
  ['Robin Quill', 'Care coordinator', 'people'],
  ['Noa Kestrel', 'Therapist', 'people'],
  ['Avis Plover', 'Prescriber', 'people'],
  ['Jay Sandpiper', 'Nurse', 'people'],
  ['Lark Tanager', 'Peer worker', 'people'],
  ['Merle Heron', 'Medical director', 'people'],
  ['Phoebe Rushes', 'Programme manager', 'people'],
  ['Corvin Rook', 'Privacy officer', 'people'],
  ['Martin Swift', 'Administrator', '/staff'],
] as const;

const menuOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

export function roleSpecs(world: World): void {
  /** From a page of ours to the provider, and back as this person. */
  const signIn = (name: string, path = '/') => world.desk.windowOf(name, path);

  describe('by the sign-in provider', () => {
    it.each(people)('%s, %s, comes to the first screen of their day', async (name, role, first) => {
      const page = await signIn(name);
      await menuOf(page, name).filter({ hasText: role }).waitFor();
      if (first === '/staff') await page.waitForURL('**/staff');
      else await page.getByRole('link', { name: /^Board/ }).waitFor();
      expect(await page.evaluate(() => document.cookie)).toBe('');
    });

    it('somebody comes back to the page they wanted', async () => {
      const page = await signIn('Robin Quill', '/board?view=table');
      await rowOf(page, 'Juniper Samplewood').waitFor();
      expect(new URL(page.url())).toMatchObject({ pathname: '/board', search: '?view=table' });
    });

    it('whoever works at another site sees nobody of this one', async () => {
      const page = await signIn('Teal Harrow', `/journeys/${world.people.juniper}`);
      await heading(page, 'Not found, or not yours to see').waitFor();
      await page.goto('/board');
      await menuOf(page, 'Teal Harrow').waitFor();
      expect(await rowOf(page, 'Juniper Samplewood').count()).toBe(0);
    });

    it('somebody signs out, and the session is over at the server, at the provider too', async () => {
      const page = await signIn('Robin Quill');
      const [session] = (await page.context().cookies()).filter(({ name }) => name === 'stepway_session');
      await menuOf(page, 'Robin Quill').click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await heading(page, 'You have signed out').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const asked = await fetch(`${world.stack.addresses().http}/v1/session`, {
        headers: { cookie: `stepway_session=${session?.value ?? ''}` },
      });
      expect(asked.status).toBe(401);
      await page.getByRole('link', { name: 'Sign in' }).click();
      await heading(page, 'Who is signing in?').waitFor();
    });

    it('an administrator ends the session of another, who is told so', async () => {
      const nurse = await signIn('Jay Sandpiper');
      const page = await signIn('Martin Swift', '/staff?view=sessions');
      await page.getByRole('button', { name: 'End session: Jay Sandpiper' }).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      while ((await page.getByRole('button', { name: 'End session: Jay Sandpiper' }).count()) > 0) {
        const acts = await page.getByRole('button', { name: 'End session: Jay Sandpiper' }).count();
        await page.getByRole('button', { name: 'End session: Jay Sandpiper' }).first().click();
        await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
        await page.waitForFunction(
          (before) => document.querySelectorAll('button[aria-label="End session: Jay Sandpiper"]').length < before,
          acts,
        );
      }
      await heading(nurse, 'Your session has ended').waitFor();
    });

    it('an administrator adds one of the staff, and is told at the field what is missing', async () => {
      const page = await signIn('Martin Swift', '/staff');
      await page.getByRole('button', { name: 'Add a person' }).click();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('A name is needed').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel('Id', { exact: true }).fill('siskin');
      await page.getByRole('textbox', { name: 'Name', exact: true }).last().fill('Finch Siskin');
      await page.getByRole('combobox', { name: 'Roles' }).press('ArrowDown');
      await page.getByRole('option', { name: 'Privacy officer' }).click();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('row', { name: /Finch Siskin/ }).waitFor();
    });

    it('what another has changed meanwhile is not undone unseen: both entries are told, nothing is lost', async () => {
      const page = await signIn('Martin Swift', '/staff?row=siskin');
      const name = page.getByRole('textbox', { name: 'Name', exact: true }).last();
      await name.fill('Finch Siskin-Linnet');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByRole('switch', { name: /^Active/ }).uncheck({ force: true });
      await other.getByRole('button', { name: 'Save' }).click();
      await other.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').getByText('Somebody else has changed this entry').waitFor();
      expect(await name.inputValue()).toBe('Finch Siskin-Linnet');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Begin again from what it says now' }).click();
      expect(await name.inputValue()).toBe('Finch Siskin');
      expect(await page.getByRole('switch', { name: /^Active/ }).isChecked()).toBe(false);
    });
  });
}
