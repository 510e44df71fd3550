import { until } from '../../clinic/until.ts';
import { heading } from '../world.ts';
import type { Morning } from './morning-begins.ts';
import { typedDay } from './shift.ts';

/** A person by part of the name; a session in a dialog whose every field is filled. */
export async function session({ page, hands, people, inLog }: Morning): Promise<void> {
  await hands.press('Control+k');
  await hands.isAt(page.getByRole('textbox', { name: 'Go to a person or a screen' }));
  await hands.type('map earl');
  await page.getByRole('button', { name: /^Maple Earlyhour/ }).waitFor();
  await hands.press('Enter');
  await heading(page, 'Maple Earlyhour').waitFor();
  await page.getByRole('region', { name: 'Tasks' }).waitFor();
  await hands.chord('r', 's');
  const form = page.getByRole('dialog', { name: 'Record a session' });
  await hands.isAt(form.getByRole('combobox', { name: 'Type' }));
  await hands.type('individual');
  await page.getByRole('option', { name: 'Individual session' }).waitFor();
  await hands.press('ArrowDown', 'Enter');
  await hands.tabTo(form.getByLabel('Start, date'));
  await hands.type(typedDay(-1));
  await hands.press('Tab');
  await hands.isAt(form.getByLabel('Start, hours'));
  await hands.type('0930');
  await hands.tabTo(form.getByLabel('Minutes', { exact: true }));
  await hands.press('Control+a');
  await hands.type('45');
  await hands.tabTo(form.getByLabel(/Note for the care team/));
  await hands.type('Came early, spoke of the weekend');
  await form.getByText(/Individual session,.*45/).waitFor();
  await hands.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  expect((await inLog(people.moves, 'SessionRecorded')).data).toMatchObject({ sessionType: 'individual', minutes: 45 });
  await page.getByRole('article').filter({ hasText: 'Individual session' }).first().waitFor();
}

/** Between two levels: the appointment, from the row. */
export async function appointment({ page, hands, people, row, inLog }: Morning): Promise<void> {
  await hands.chord('g', 'n');
  await page.waitForURL('**/not-yet-seen**');
  await row('Maple').waitFor();
  await hands.press('f');
  await hands.isAt(page.getByRole('textbox', { name: 'Filter by name' }));
  await hands.type('map earl');
  await until('only Maple is left', async () => (await page.locator('[data-row]').count()) === 1);
  await hands.tabTo(row('Maple'));
  await hands.tabTo(page.getByRole('link', { name: 'Make appointment: Maple Earlyhour' }));
  await hands.press('Enter');
  const form = page.getByRole('dialog', { name: 'Make the hand-off appointment' });
  await hands.tabTo(form.getByLabel('Appointment, date'));
  await hands.type(typedDay(1));
  await hands.press('Tab');
  await hands.isAt(form.getByLabel('Appointment, hours'));
  await hands.type('1015');
  await hands.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  await inLog(people.moves, 'HandOffScheduled');
  await row('Maple').filter({ hasText: '10:15' }).waitFor();
  await hands.keepsFocus('after the appointment was made');
}

/** A proposal is declined, with a reason. */
export async function proposal({ page, hands, people, row, inLog }: Morning): Promise<void> {
  await hands.chord('g', 'p');
  await page.waitForURL('**/proposals**');
  await hands.downTo(row('Beech'));
  await hands.tabTo(page.getByRole('link', { name: 'Decide: Beech Earlyhour' }));
  await hands.press('Enter');
  const decision = page.getByRole('dialog');
  await hands.tabTo(decision.getByRole('radio').first());
  await hands.press('ArrowDown', 'Space');
  await until('Decline is chosen', async () => decision.getByRole('radio', { name: /^Decline/ }).isChecked());
  await hands.tabTo(decision.getByLabel(/In your words/));
  await hands.type('Seen this morning: the plan is changed instead');
  await hands.press('Control+Enter');
  await decision.waitFor({ state: 'detached' });
  await inLog(people.proposed, 'TransitionDeclined');
  await row('Beech').waitFor({ state: 'detached' });
}

/** The board, of one level; a person is opened, and Back leads to the same board. */
export async function board({ page, hands }: Morning): Promise<void> {
  await hands.chord('g', 'b');
  await page.waitForURL('**/board**');
  await page.locator('[data-place]').first().waitFor();
  await hands.tabTo(page.getByRole('button', { name: 'Filter', exact: true }));
  await hands.press('Enter');
  await hands.menuItem('Level').waitFor();
  await page.locator('[role=menu]:focus, [role=menu] :focus').first().waitFor();
  await hands.type('lev');
  await hands.isAt(hands.menuItem('Level'));
  await hands.press('ArrowRight');
  await hands.menuItem('IOP').waitFor();
  await hands.isAt(page.locator('[role=menuitem]').filter({ hasNotText: 'Level' }));
  await hands.type('io');
  await hands.isAt(hands.menuItem('IOP'));
  await hands.press('Enter');
  await page.waitForURL(/level=iop/);
  const board = page.url();
  await hands.press('f');
  await hands.type('earlyhour');
  await until('only those of the morning are shown', async () => (await page.locator('[data-place]').count()) <= 4);
  await hands.tabTo(page.locator('[data-place]'));
  const person = () => page.locator('[data-place]:focus').textContent();
  const first = await person();
  await hands.press('j');
  await until('J leads to another', async () => (await person()) !== first);
  await hands.press('k');
  await until('K leads back', async () => (await person()) === first);
  await hands.press('Enter');
  await page.waitForURL('**/journeys/**');
  await page.goBack(); // what Alt and the left arrow do
  await page.waitForURL(board);
  await page.locator('[data-place]').first().waitFor();
}

/** Attendance of a group: the last session, said by letters. */
export async function roster({ page, hands, people, inLog }: Morning): Promise<void> {
  await hands.chord('g', 'r');
  await page.waitForURL('**/roster**');
  await hands.choose(/^Group/, 'trig', /^Triggers and coping/);
  const attended = page.getByRole('gridcell', { name: 'Hazel Earlyhour: Attended' });
  await attended.waitFor();
  await hands.tabTo(page.getByRole('gridcell', { name: /: Attended$/ }));
  await until('the arrows come to Hazel', async () => {
    if ((await attended.and(page.locator(':focus')).count()) > 0) return true;
    await hands.press('ArrowDown');
    return false;
  });
  await hands.press('l', 'Control+Enter');
  expect((await inLog(people.grouped, 'SessionRecorded')).data['attendance']).toBe('late');
  await hands.keepsFocus('after attendance was sent');
}

/** Done for the morning. */
export async function signOut({ page, hands }: Morning): Promise<void> {
  await hands.tabTo(page.getByRole('button', { name: /^Robin Quill/ }), 'Shift+Tab');
  await hands.press('Enter');
  await hands.menuItem('Sign out').waitFor();
  await hands.press('ArrowDown');
  await hands.isAt(hands.menuItem('Sign out'));
  await hands.press('Enter');
  await heading(page, 'You have signed out').waitFor();
  expect(await page.evaluate(async () => (await fetch('/v1/session')).status)).toBe(401);
}
