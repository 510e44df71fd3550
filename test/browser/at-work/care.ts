import { hoursAgo } from '../../clinic/clinic.ts';
import type { World } from '../world.ts';
import { Shift } from './shift.ts';

/** Those who are with people: what each of them does first in a day, from signing in to the event in the log. */
export function careSpecs(world: World): void {
  const admitted = (level: string, given: string) => world.clinic.admitted(level, { given, family: 'Workaday' });
  const goal = { goals: [{ goalId: 'g1', domain: 'housing', text: 'A place of her own' }] };
  /** Reported so late that it only proposes a move. */
  const lateResult = (specimenId: string) => ({
    ...{ specimenId, collectedAt: hoursAgo(20 * 24), reportedAt: hoursAgo(1), status: 'final' },
    validity: { finding: 'valid' },
    results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
  });

  describe('a therapist', () => {
    it('marks a goal achieved and records a session, from the journey of somebody on the board', async () => {
      const episodeId = await admitted('iop', 'Ash');
      await world.clinic.does(episodeId, 'SetGoals', goal);
      const shift = await Shift.of(world, 'Noa Kestrel');
      await shift.journeyOf('Ash Workaday');
      const achieved = await shift.act('Mark a goal achieved');
      await achieved.send();
      await shift.recorded(episodeId, 'GoalCompleted', 'demo-therapist');
      await shift.page.getByText('Goal achieved: housing.').first().waitFor();

      const session = await shift.act('Record a session');
      await session.choose('Type', 'Individual session');
      await session.moment('Start', -1, '09');
      await session.send();
      await shift.recorded(episodeId, 'SessionRecorded', 'demo-therapist');
      await shift.page.getByRole('article').filter({ hasText: 'Individual session' }).first().waitFor();
    });

    it('declines a proposed move with a reason, and it is gone from what waits for a decision', async () => {
      const episodeId = await admitted('iop', 'Beech');
      await world.clinic.does(episodeId, 'RecordDrugTestResult', lateResult('P-1'));
      const shift = await Shift.of(world, 'Noa Kestrel');
      await shift.goTo('Proposals');
      const decision = await shift.actAtRow('Decide', 'Beech Workaday');
      await decision.pick(/^Decline/);
      await decision.write(/In your words/, 'Seen this morning: stable, the plan is changed instead');
      await decision.send();
      await shift.row('Beech Workaday').waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'TransitionDeclined', 'demo-therapist');
    });
  });

  describe('a prescriber', () => {
    it('says what a test in question means, and ends a medication', async () => {
      const episodeId = await admitted('iop', 'Cypress');
      await world.clinic.does(episodeId, 'RecordMedication', {
        ...{ medicationId: 'm1', medication: 'buprenorphine', kind: 'moud', from: hoursAgo(20 * 24) },
      });
      await world.clinic.does(episodeId, 'RecordDrugTestResult', {
        ...{ ...lateResult('P-2'), collectedAt: hoursAgo(5), validity: { finding: 'substituted' } },
        results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' }],
      });
      const shift = await Shift.of(world, 'Avis Plover');
      await shift.goTo('Tests');
      await shift.page.getByRole('link', { name: /^To review/ }).click();
      const review = await shift.actAtRow('Review', 'Cypress Workaday');
      await review.choose('Drug class', 'Cocaine');
      await review.choose('Finding', 'Negative');
      await review.write(/In your words/, 'Looked at with the person, collected again');
      await review.send();
      await shift.recorded(episodeId, 'DrugTestReviewed', 'demo-prescriber');
      await shift.row('Cypress Workaday').waitFor({ state: 'detached' });

      await shift.journeyOf('Cypress Workaday');
      await (await shift.act('End a medication')).send();
      await shift.recorded(episodeId, 'MedicationEnded', 'demo-prescriber');
    });
  });

  describe('a nurse', () => {
    it('records a result where a test is due, says what came of another, and arranges the next dose', async () => {
      const [tested, missed] = await Promise.all([admitted('iop', 'Dogrose'), admitted('iop', 'Elm')]);
      for (const episodeId of [tested, missed])
        await world.clinic.does(episodeId, 'ScheduleDrugTest', { dueAt: hoursAgo(-0.02), cause: 'for-cause' });
      await world.clinic.does(tested, 'RecordMedication', {
        ...{ medicationId: 'm1', medication: 'buprenorphine', kind: 'moud', from: hoursAgo(10 * 24) },
      });
      const shift = await Shift.of(world, 'Jay Sandpiper');
      await shift.goTo('Tests');
      const result = await shift.actAtRow('Record result', 'Dogrose Workaday');
      await result.write('Specimen', 'D-1');
      await result.moment('Collected', -1, '09');
      await result.form.getByRole('button', { name: 'Add the usual classes, negative' }).click();
      await result.send();
      await shift.recorded(tested, 'DrugTestResultRecorded', 'demo-nurse');

      await shift.goTo('Tests');
      const notCollected = await shift.actBeside('Say what came of it', 'Elm Workaday');
      await notCollected.choose('What happened', 'Did not attend');
      await notCollected.send();
      await shift.recorded(missed, 'DrugTestNotCollected', 'demo-nurse');

      await shift.journeyOf('Dogrose Workaday');
      const dose = await shift.act('Arrange the next dose');
      await dose.moment('Next dose', 1, '09');
      await dose.send();
      await shift.recorded(tested, 'MedicationContinuityArranged', 'demo-nurse');
    });

    it('on call acknowledges a crisis, and resolves it with what was done', async () => {
      const episodeId = await admitted('residential', 'Foxglove');
      await world.clinic.does(episodeId, 'RaiseCrisis', { crisisId: 'c1', kind: 'overdose', actions: [] });
      const shift = await Shift.of(world, 'Jay Sandpiper');
      await shift.goTo('Today');
      const crisis = shift.page.getByRole('region', { name: /^Crisis/ }).getByRole('listitem');
      const hers = crisis.filter({ hasText: 'Foxglove Workaday' });
      await hers.getByRole('button', { name: /^Acknowledge/ }).click();
      await hers.getByText('Acknowledged by Jay Sandpiper').waitFor();
      await hers.getByRole('link', { name: /^It is over/ }).click();
      const resolve = shift.dialog();
      await resolve.choose('What was done', 'A safety plan was made');
      await shift.page.keyboard.press('Escape');
      await resolve.send();
      await hers.waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'CrisisResolved', 'demo-nurse');
    });
  });

  describe('a peer worker', () => {
    it('records an attempt to reach somebody, and the follow-up that is due, at its point', async () => {
      const [present, gone] = await Promise.all([admitted('iop', 'Gale'), admitted('iop', 'Holly')]);
      await world.clinic.does(gone, 'DischargeEpisode', { at: hoursAgo(31 * 24), reasonCode: 'completed' });
      const shift = await Shift.of(world, 'Lark Tanager');
      await shift.goTo('Follow-ups');
      const followUp = await shift.actAtRow('Record follow-up', 'Holly Workaday');
      await followUp.choose('Contact', 'Reached');
      await followUp.send();
      const { data } = await shift.recorded(gone, 'FollowUpRecorded', 'demo-peer-worker');
      expect(data['point']).toBe(30);
      await shift.row('Holly Workaday').waitFor({ state: 'detached' });

      await shift.journeyOf('Gale Workaday');
      const outreach = await shift.act('Record outreach');
      await outreach.choose('Channel', 'Telephone');
      await outreach.choose('The person was reached', 'No');
      await outreach.send();
      await shift.recorded(present, 'OutreachRecorded', 'demo-peer-worker');
      expect(await (await shift.findsAct('Change level of care')).count()).toBe(0);
    });
  });
}
