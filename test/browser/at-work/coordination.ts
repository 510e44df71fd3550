import { readFileSync } from 'node:fs';
import { Clinic, hoursAgo } from '../../clinic/clinic.ts';
import type { World } from '../world.ts';
import { Shift } from './shift.ts';

const daily = ['Today', 'Board', 'Between levels', 'Proposals', 'Waiting list'];
const lists = ['Tests', 'Medication', 'Follow-ups', 'Group roster', 'Messages', 'Files', 'On call'];

/** What each role is offered; what is not there it may not ask. */
const offered: readonly (readonly [string, readonly string[]])[] = [
  ['Robin Quill', [...daily, ...lists, 'Analytics', 'Programmes']],
  ['Noa Kestrel', [...daily, ...lists, 'Analytics', 'Programmes']],
  ['Avis Plover', [...daily, ...lists, 'Analytics', 'Programmes']],
  ['Jay Sandpiper', [...daily, ...lists, 'Analytics', 'Programmes']],
  ['Lark Tanager', [...daily, 'Follow-ups', 'Group roster', 'On call', 'Programmes']],
  ['Merle Heron', [...daily, ...lists, 'Analytics', 'Programmes']],
  ['Phoebe Rushes', [...daily, 'Files', 'On call', 'Analytics', 'Programmes', 'System']],
  ['Corvin Rook', [...daily, 'On call', 'Analytics', 'Audit', 'Partners', 'Programmes']],
  ['Martin Swift', ['On call', 'People and sessions', 'Partners', 'Programmes', 'System']],
];

/** Those who keep care together and answer for it. */
export function coordinationSpecs(world: World): void {
  const admitted = (level: string, given: string) => world.clinic.admitted(level, { given, family: 'Workaday' });

  describe('the navigation', () => {
    it.each(offered)('offers %s what the role works with, and nothing else', async (name, screens) => {
      expect(await (await Shift.of(world, name)).screens()).toEqual(screens);
    });
  });

  describe('a coordinator', () => {
    it('makes an appointment for somebody not yet seen, and records the arrival', async () => {
      const episodeId = await admitted('residential', 'Iris');
      const to = { to: 'iop', reasonCode: 'clinical-judgement', reason: 'Ready for less support' };
      await world.clinic.does(episodeId, 'ChangeLevelOfCare', to);
      const shift = await Shift.of(world, 'Robin Quill');
      await shift.goTo('Between levels');
      const appointment = await shift.actAtRow('Make appointment', 'Iris Workaday');
      await appointment.moment('Appointment', 1, '09');
      await appointment.send();
      await shift.recorded(episodeId, 'HandOffScheduled', 'demo-coordinator');
      await (await shift.actAtRow('Record arrival', 'Iris Workaday')).send();
      await shift.row('Iris Workaday').waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'TransitionCompleted', 'demo-coordinator');
      await shift.journeyOf('Iris Workaday');
      await shift.page
        .getByRole('main')
        .filter({ hasText: /Level\s?IOP since/ })
        .waitFor();
      expect(await (await shift.findsAct('Review a drug test')).count()).toBe(0);
    });

    it('offers a place to somebody who waits', async () => {
      const episodeId = await world.clinic.opened('iop', { given: 'Juno', family: 'Workaday' });
      const shift = await Shift.of(world, 'Robin Quill');
      await shift.goTo('Waiting list');
      const offer = await shift.actBeside('Offer a place', 'Juno Workaday');
      await offer.moment('Starts', 1, '09');
      await offer.send();
      await shift.recorded(episodeId, 'SlotOffered', 'demo-coordinator');
      await shift.page.getByRole('link', { name: 'Record admission: Juno Workaday' }).waitFor();
    });
  });

  describe('a medical director', () => {
    it('goes before the rules with a reason, although automatic moves are paused', async () => {
      const episodeId = await admitted('iop', 'Kestrel');
      const hold = { holdId: 'h1', until: hoursAgo(-24), reason: 'Court date' };
      await world.clinic.does(episodeId, 'PlaceHold', hold);
      const shift = await Shift.of(world, 'Merle Heron');
      await shift.journeyOf('Kestrel Workaday');
      const change = await shift.act('Change level of care');
      await change.pick(/Residential/);
      await change.choose('Reason', 'Clinical judgement');
      await change.write(/In your words/, 'Not safe at home this week');
      await change.form.getByRole('button', { name: 'Start the hand-off to Residential' }).click();
      await change.form.getByRole('button', { name: 'Yes: Start the hand-off to Residential' }).click();
      await change.form.waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'TransitionStarted', 'demo-medical-director');
      await shift.page.getByRole('main').getByText('Moving to').waitFor();
    });

    it('is the second person where the programme is to end an episode', async () => {
      const episodeId = await admitted('iop', 'Linden');
      const first = await Clinic.of(world.stack, 'coordinator');
      const termination = {
        ...{ warnedAt: hoursAgo(48), referral: 'done', medicationPlan: 'done' },
        appealInformation: 'done',
      };
      const wish = {
        at: hoursAgo(1),
        reasonCode: 'terminated-by-facility',
        reason: 'Others are not safe',
        termination,
      };
      await first.does(episodeId, 'DischargeEpisode', wish);
      const shift = await Shift.of(world, 'Merle Heron');
      await shift.goTo('Proposals');
      const second = await shift.actAtRow('Be the second', 'Linden Workaday');
      await second.form.getByText('Linden Workaday').first().waitFor();
      expect(await second.form.getByLabel('Reason').first().inputValue()).toBe('Ended by the programme');
      await second.write(/In your words/, 'Agreed after the case conference');
      await second.form.getByRole('button', { name: 'Discharge', exact: true }).click();
      await second.form.getByRole('button', { name: /^Yes/ }).click();
      await second.form.waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'EpisodeDischarged', 'demo-medical-director');
    });
  });

  describe('a programme manager', () => {
    it('takes the census as a file, and sets how many places a level has', async () => {
      const shift = await Shift.of(world, 'Phoebe Rushes');
      await shift.goTo('Analytics');
      const file = shift.page.waitForEvent('download');
      await shift.page
        .getByRole('button', { name: /^Download/ })
        .first()
        .click();
      await shift.page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
      const path = await (await file).path();
      expect(readFileSync(path, 'utf8').trim().split('\n').length).toBeGreaterThan(1);

      await shift.goTo('Waiting list');
      await shift.page.getByRole('link', { name: /^Places/ }).click();
      await shift.row('Aftercare').first().click();
      const panel = shift.page.getByRole('complementary', { name: 'Places at Aftercare' });
      await panel.getByLabel('Places').fill('77');
      await panel.getByRole('button', { name: 'Set from now on' }).click();
      await shift.page.getByRole('row', { name: /Aftercare.* of 77 places/ }).waitFor();
      const { body } = await world.clinic.get('/v1/capacity?site=main&programme=standard-four');
      expect(body['items']).toContainEqual(expect.objectContaining({ level: 'aftercare', places: 77 }));
    });
  });
}
