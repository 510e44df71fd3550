import { hoursAgo } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';
import { plain, type World } from './world.ts';

/** What a clock of the zone shows at a moment, as the page says it: "09:30 CST". */
const clockIn = (timeZone: string, at: string): string => {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  });
  return plain(format.format(new Date(at)));
};

export function zoneSpecs(world: World): void {
  /** On the way from residential to IOP, with an appointment there. */
  const onTheWay = async (given: string, place: { siteId: string; programme: string }, appointmentAt: string) => {
    const { clinic } = world;
    const patientId = await clinic.newPatient({ given, family: 'Twozones' });
    const opening = { patientId, ...place, entryLevel: 'residential', ageGroup: 'adult' };
    const { body } = await clinic.once('POST', '/v1/episodes', opening);
    const episodeId = String(body['episodeId']);
    await clinic.does(episodeId, 'Admit', { level: 'residential', attendedAt: hoursAgo(24 * 20) });
    const to = { to: 'iop', reasonCode: 'clinical-judgement', reason: 'Ready for less support' };
    await clinic.does(episodeId, 'ChangeLevelOfCare', to);
    const transitionId = await until('the move has begun', async () => {
      const journey = await clinic.get(`/v1/episodes/${episodeId}`);
      return (journey.body['transition'] as { transitionId: string } | null)?.transitionId;
    });
    await clinic.does(episodeId, 'ScheduleHandOff', { transitionId, appointmentAt });
    return episodeId;
  };

  describe('two people of two sites in two time zones, on one page', () => {
    it('have each their times by the clocks of their own site, with its zone', async () => {
      const appointmentAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 26 * 3_600_000).toISOString();
      const [east, west] = await Promise.all([
        onTheWay('Eastby', { siteId: 'main', programme: 'standard-four' }, appointmentAt),
        onTheWay('Westby', { siteId: 'riverside', programme: 'full-continuum' }, appointmentAt),
      ]);
      const [newYork, chicago] = [
        clockIn('America/New_York', appointmentAt),
        clockIn('America/Chicago', appointmentAt),
      ];
      expect(newYork.slice(0, 5)).not.toBe(chicago.slice(0, 5));

      const page = await world.desk.windowOf('Linnet Marsh', '/not-yet-seen');
      const row = (name: string) => page.getByRole('row').filter({ hasText: name });
      await row('Eastby Twozones')
        .filter({ hasText: /E[SD]T/ })
        .waitFor();
      await row('Westby Twozones')
        .filter({ hasText: /C[SD]T/ })
        .waitFor();
      expect(plain(await row('Eastby Twozones').textContent())).toContain(newYork);
      expect(plain(await row('Westby Twozones').textContent())).toContain(chicago);

      for (const [episodeId, name, clock] of [
        [east, 'Eastby Twozones', newYork],
        [west, 'Westby Twozones', chicago],
      ] as const) {
        await page.goto(`/journeys/${episodeId}?do=schedule-hand-off&of=${episodeId}`);
        await page.getByRole('heading', { name }).first().waitFor();
        expect(plain(await page.getByRole('main').textContent())).toContain(clock);
        // What is typed into a form is by the same clocks.
        await page.getByRole('dialog').getByText(clock.slice(-3)).first().waitFor();
      }
    });
  });
}
