import type { EventType } from '@stepway/pathway';
import type { Locator, Page } from 'playwright-core';
import { hoursAgo } from '../../clinic/clinic.ts';
import { until } from '../../clinic/until.ts';
import type { Hands } from '../hands.ts';
import { heading, type World } from '../world.ts';
import type { recordedBy } from './shift.ts';

/** The people of the morning by what waits for them, each with the id of their journey. */
export async function peopleOfTheMorning({ clinic }: World) {
  const admitted = (level: string, given: string) => clinic.admitted(level, { given, family: 'Earlyhour' });
  const [crisis, moves, waits, missed, proposed, grouped] = await Promise.all([
    admitted('residential', 'Cherry'),
    admitted('residential', 'Maple'),
    admitted('residential', 'Olive'),
    admitted('iop', 'Larch'),
    admitted('iop', 'Beech'),
    admitted('iop', 'Hazel'),
  ]);
  const toIop = { to: 'iop', reasonCode: 'clinical-judgement', reason: 'Ready for less support' };
  await Promise.all([
    clinic.does(crisis, 'RaiseCrisis', { crisisId: 'c1', kind: 'suicidality', actions: [] }),
    clinic.does(moves, 'ChangeLevelOfCare', toIop),
    clinic.does(waits, 'ChangeLevelOfCare', toIop),
    clinic.does(missed, 'RecordMissedDrugTest', { dueAt: hoursAgo(20), outcome: 'missed' }),
    // Reported so late that it only proposes a move.
    clinic.does(proposed, 'RecordDrugTestResult', {
      ...{ specimenId: crypto.randomUUID(), collectedAt: hoursAgo(20 * 24), reportedAt: hoursAgo(1), status: 'final' },
      validity: { finding: 'valid' },
      results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
    }),
    clinic.does(grouped, 'RecordSession', {
      ...{ sessionId: 'before', type: 'group', startedAt: hoursAgo(7 * 24), minutes: 90 },
      ...{ attendance: 'attended', groupId: 'cbt-triggers' },
    }),
  ]);
  return { crisis, moves, waits, missed, proposed, grouped };
}

/** Somebody at work with the keyboard alone, and for whom. */
export interface Morning {
  readonly page: Page;
  readonly hands: Hands;
  readonly people: Awaited<ReturnType<typeof peopleOfTheMorning>>;
  /** The row of a person by their given name. */
  readonly row: (given: string) => Locator;
  /** The event in the log, by who is signed in. */
  readonly inLog: (episodeId: string, type: EventType) => ReturnType<typeof recordedBy>;
}

/** Through the provider, to the first screen of the day. */
export async function signIn({ page, hands }: Morning): Promise<void> {
  await page.goto('/');
  await hands.tabTo(page.getByRole('link', { name: 'Sign in' }));
  await hands.press('Enter');
  await heading(page, 'Who is signing in?').waitFor();
  await hands.tabTo(page.getByRole('button', { name: /Robin Quill/ }));
  await hands.press('Enter');
}

/** Somebody in danger first; then a task is taken on, one put off, one done. */
export async function today({ page, hands, people, row, inLog }: Morning): Promise<void> {
  const crisis = page
    .getByRole('region', { name: /^Crisis/ })
    .getByRole('listitem')
    .filter({ hasText: 'Cherry Earlyhour' });
  await crisis.getByText(/^Called now/).waitFor();
  const ringing = page.getByRole('region', { name: /^Crisis/ }).getByRole('timer');
  for (let left = await ringing.count(); left > 0; left -= 1) {
    await hands.press('a');
    await until('one more is acknowledged', async () => (await ringing.count()) < left);
  }
  await crisis.getByText('Acknowledged by Robin Quill').waitFor();
  await inLog(people.crisis, 'TaskClaimed');
  await hands.tabTo(page.getByRole('link', { name: /^All/ }));
  await hands.press('Enter');
  await page.waitForURL(/who=all/);
  await hands.choose(/^Task/, 'make', 'Make the hand-off appointment');
  await page.waitForURL(/kind=schedule-hand-off/);
  await hands.downTo(row('Maple'));
  await hands.press('c');
  await row('Maple').getByRole('img', { name: 'Robin Quill', exact: true }).waitFor();
  await inLog(people.moves, 'TaskClaimed');
  await hands.downTo(row('Olive'));
  await hands.press('s');
  await page.getByRole('menuitem').first().waitFor();
  await hands.press('ArrowDown');
  await hands.isAt(page.locator('[role=menuitem]'));
  await hands.press('Enter');
  await inLog(people.waits, 'TaskSnoozed');
  await row('Olive').waitFor({ state: 'detached' });
  await hands.keepsFocus('after a task was put off');
  await hands.choose(/^Task/, 'reach', 'Reach out');
  await hands.downTo(row('Larch'));
  await hands.press('d');
  await inLog(people.missed, 'TaskCompleted');
  await row('Larch').waitFor({ state: 'detached' });
}
