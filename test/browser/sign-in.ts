import { axeFindings } from './axe.ts';
import { heading, rowOf, type World } from './world.ts';

export function signInSpecs(world: World): void {
  describe('someone who is not signed in', () => {
    it('is led to the sign-in provider, and sees nobody', async () => {
      const page = await world.desk.strangersWindow();
      await page.goto('/board');
      await heading(page, 'You are not signed in').waitFor();
      expect(await page.getByText('Juniper').count()).toBe(0);
      await page.getByRole('link', { name: 'Sign in' }).click();
      await heading(page, 'Who is signing in?').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('is signed in by the link, with a cookie that no script reads and no token in an address or in storage', async () => {
      const page = await world.desk.strangersWindow();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(await world.desk.signInLink());
      // The first screen of a coordinator's day.
      await page.waitForURL('**/today');
      await page.goto('/board');
      await rowOf(page, 'Juniper Samplewood').waitFor();
      const cookies = await page.context().cookies();
      expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
      const secret = cookies[0]?.value ?? '';
      const kept = await page.evaluate(() => JSON.stringify([document.cookie, localStorage, sessionStorage]));
      expect(kept).not.toMatch(/eyJ/); // how a JWT begins
      expect(kept).not.toContain(secret);
      expect(asked.filter((url) => url.includes(secret) || /eyJ|token/.test(url))).toEqual([]);
      expect(asked.filter((url) => url.includes('code='))).toHaveLength(1);
    });

    it('is refused in words when the link was used before', async () => {
      const used = await world.desk.signInLink();
      await (await world.desk.strangersWindow()).goto(used);
      const page = await world.desk.strangersWindow();
      const answer = await page.goto(used);
      expect(answer?.status()).toBe(401);
      await page.getByText('This sign-in link was used before, or is older than 10 minutes.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
    });
  });

  describe('a coordinator whose session ended elsewhere', () => {
    it('is told so on the open board, and not that the connection was lost', async () => {
      const page = await world.desk.strangersWindow();
      await page.goto(await world.desk.signInLink());
      await page.goto('/board');
      await rowOf(page, 'Juniper Samplewood').waitFor();
      expect(await page.evaluate(async () => (await fetch('/v1/sign-out', { method: 'POST' })).status)).toBe(204);
      await heading(page, 'Your session has ended').waitFor();
    });
  });
}
