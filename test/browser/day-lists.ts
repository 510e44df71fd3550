import type { Page } from 'playwright-core';
import { hoursAgo } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';
import { heading, type World } from './world.ts';

const rowsOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const tab = (page: Page, words: string) => page.getByRole('link', { name: new RegExp(`^${words}`) });

export function dayListSpecs(world: World): void {
  describe('the tests of the day', () => {
    it('move from list to list, without a reload, as more is known of a specimen', async () => {
      const laurel = await world.clinic.admitted('aftercare', { given: 'Laurel', family: 'Standin' });
      const page = await world.desk.window('/tests?state=to-review');
      await heading(page, 'Tests').waitFor();
      await world.clinic.does(laurel, 'RecordDrugTestResult', {
        specimenId: 'L-1',
        collectedAt: hoursAgo(5),
        reportedAt: hoursAgo(4),
        status: 'final',
        validity: { finding: 'substituted' },
        results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' }],
      });
      const row = rowsOf(page, 'Laurel Standin');
      await row.waitFor();
      expect(await row.textContent()).toContain('cocaine: specimen needs review');

      await row.click();
      const panel = page.getByRole('complementary', { name: 'What is known of Laurel Standin' });
      await panel.getByRole('heading', { name: /substituted/ }).waitFor();
      await tab(page, 'In question').click();
      await rowsOf(page, 'Laurel Standin').waitFor();

      const review = { specimenId: 'L-1', drugClass: 'cocaine', finding: 'negative', reason: 'Seen with the person' };
      await world.clinic.does(laurel, 'ReviewDrugTest', review);
      await rowsOf(page, 'Laurel Standin').waitFor({ state: 'detached' });
      await tab(page, 'To review').click();
      await page.waitForURL(/to-review/);
      await page.getByText('Loading').waitFor({ state: 'detached' });
      await rowsOf(page, 'Laurel Standin').waitFor({ state: 'detached' });
    });
  });

  describe('the roster of a group', () => {
    it('is said with the keyboard alone; one that the rules reject stops nobody else, and nothing is doubled', async () => {
      const startsAt = new Date(Math.floor(Date.parse(hoursAgo(3)) / 60_000) * 60_000).toISOString();
      const there = await Promise.all(
        ['Hazel Stub', 'Iris Proxy'].map(async (name) => {
          const [given = '', family = ''] = name.split(' ');
          const episodeId = await world.clinic.admitted('iop', { given, family });
          await world.clinic.does(episodeId, 'RecordSession', {
            ...{ sessionId: 'before', type: 'group', startedAt: hoursAgo(7 * 24), minutes: 90 },
            ...{ attendance: 'attended', groupId: 'cbt-triggers' },
          });
          return episodeId;
        }),
      );
      const young = await adolescent(world, { given: 'Jasper', family: 'Placeholder' });
      const session = `site=main&group=cbt-triggers&startsAt=${startsAt}&minutes=90`;
      const page = await world.desk.window(`/roster?${session}&add=${young}`);
      await page.getByRole('gridcell', { name: 'Jasper Placeholder: Attended' }).waitFor();

      await tabTo(page, 'Hazel Stub: Attended');
      for (const key of ['a', 'l', 'm']) await page.keyboard.press(key);
      await page.keyboard.press('Control+Enter');
      await rowsOf(page, 'Jasper Placeholder').getByText('Not recorded: this group is for another age').waitFor();
      await page.getByText('2 on record, 1 not recorded').waitFor();
      const cell = (name: string) => page.getByRole('gridcell', { name });
      expect(await cell('Iris Proxy: Late').getAttribute('aria-selected')).toBe('true');

      await page.keyboard.press('Control+Enter');
      await page.getByText('2 on record, 1 not recorded').waitFor();
      const recorded = await Promise.all(there.map((episodeId) => sessionsOf(world, episodeId)));
      expect(recorded).toEqual([
        ['attended', 'attended'],
        ['attended', 'late'],
      ]);
    });

    it('is there again as it was said, when the session ended before it was sent and the same person signs in; not for another', async () => {
      const startsAt = new Date(Math.floor(Date.parse(hoursAgo(5)) / 60_000) * 60_000).toISOString();
      const path = `/roster?site=main&group=cbt-triggers&startsAt=${startsAt}&minutes=90`;
      const page = await world.desk.windowOf('Lark Tanager', path);
      const late = page.getByRole('gridcell', { name: 'Hazel Stub: Late' });
      await late.click();
      await page.getByLabel('Minutes of Hazel Stub').fill('45');
      const kept = () => page.evaluate(() => JSON.stringify(sessionStorage));
      await until('it is kept', async () => (await kept()).includes('45'));
      expect(await kept()).not.toMatch(/Hazel|Stub/);
      const ends = async () => {
        await page.evaluate(async () => (await fetch('/v1/sign-out', { method: 'POST' })).status);
        await heading(page, 'Your session has ended').waitFor();
      };
      await ends();
      // The provider still knows who it is.
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByText('1 late').waitFor();
      expect(await late.getAttribute('aria-selected')).toBe('true');
      expect(await page.getByLabel('Minutes of Hazel Stub').inputValue()).toBe('45');
      await ends();
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: /Robin Quill/ }).click();
      await late.waitFor();
      expect(await late.getAttribute('aria-selected')).toBe('false');
      expect(await kept()).not.toContain('45');
    });
  });
}

/** Goes on by Tab until the focus is there. */
const tabTo = (page: Page, name: string): Promise<boolean> =>
  until(`the focus on ${name}`, async () => {
    await page.keyboard.press('Tab');
    return page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label, name);
  });

/** How the person attended, the oldest first, as their journey has it. */
async function sessionsOf({ clinic }: World, episodeId: string): Promise<readonly unknown[]> {
  const { body } = await clinic.get(`/v1/episodes/${episodeId}/events?limit=100`);
  const events = body['items'] as { type: string; data: Record<string, unknown> }[];
  return events
    .filter(({ type }) => type === 'SessionRecorded')
    .map(({ data }) => data['attendance'])
    .toReversed();
}

/** Somebody of 15 years at IOP. */
async function adolescent({ clinic }: World, name: { given: string; family: string }): Promise<string> {
  const birthDate = `${new Date().getUTCFullYear() - 15}-01-02`;
  const patient = await clinic.once('POST', '/v1/patients', { name, birthDate });
  const opened = await clinic.once('POST', '/v1/episodes', {
    ...{ patientId: patient.body['patientId'], programme: 'standard-four', siteId: 'main' },
    ...{ entryLevel: 'iop', ageGroup: 'adolescent' },
  });
  const episodeId = String(opened.body['episodeId']);
  await clinic.does(episodeId, 'Admit', { level: 'iop', attendedAt: hoursAgo(24) });
  return episodeId;
}
