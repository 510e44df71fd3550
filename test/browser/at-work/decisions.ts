import { hoursAgo } from '../../clinic/clinic.ts';
import { rowOf, type World } from '../world.ts';
import { Shift } from './shift.ts';

/** What waits for a decision: by one person, and what takes a second one, each at a window of their own. */
export function decisionSpecs(world: World): void {
  const admitted = (level: string, given: string) => world.clinic.admitted(level, { given, family: 'Deciding' });

  /** A board that stays open, with this person on it. */
  const boardOf = async (name: string) => {
    const board = await world.desk.window('/board');
    await board.getByRole('textbox', { name: 'Filter by name' }).fill(name);
    await rowOf(board, name).waitFor();
    return board;
  };

  describe('a proposed move', () => {
    it('is approved with a reason, and starts at once on a board that was open all the time', async () => {
      const episodeId = await admitted('iop', 'Maple');
      const board = await boardOf('Maple Deciding');
      // Reported so late that it only proposes a move.
      await world.clinic.does(episodeId, 'RecordDrugTestResult', {
        ...{ specimenId: 'M-1', collectedAt: hoursAgo(20 * 24), reportedAt: hoursAgo(1), status: 'final' },
        validity: { finding: 'valid' },
        results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
      });
      const shift = await Shift.of(world, 'Noa Kestrel');
      await shift.goTo('Proposals');
      await shift.row('Maple Deciding').click();
      const panel = shift.page.getByRole('complementary', { name: /Maple Deciding/ });
      await panel.getByRole('heading', { name: 'Why it was proposed' }).waitFor();
      await panel.getByText('It goes to somebody above and stays open.').waitFor();

      const decision = await shift.actAtRow('Decide', 'Maple Deciding');
      await decision.pick(/^Approve/);
      await decision.write(/In your words/, 'Talked with her this morning, she agrees');
      await decision.send();
      await shift.row('Maple Deciding').waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'TransitionApproved', 'demo-therapist');
      await shift.recorded(episodeId, 'TransitionStarted', 'demo-therapist');
      await rowOf(board, 'Maple Deciding').filter({ hasText: 'To residential' }).waitFor();
    });
  });

  describe('what takes a second person', () => {
    it('an end by the programme: the first is told to leave it to another, the second ends the episode', async () => {
      const episodeId = await admitted('iop', 'Nutmeg');
      const board = await boardOf('Nutmeg Deciding');
      const first = await Shift.of(world, 'Robin Quill');
      await first.journeyOf('Nutmeg Deciding');
      const wish = await first.act('Discharge');
      await wish.choose('Reason', 'Ended by the programme');
      await wish.moment('Warning given', -2, '09');
      for (const step of ['Referral elsewhere', 'Medication plan', 'Told how to appeal'])
        await wish.choose(step, 'Done');
      await wish.write(/In your words/, 'Others are not safe');
      await wish.form.getByRole('button', { name: 'Discharge', exact: true }).click();
      await wish.form.getByRole('button', { name: /^Yes/ }).click();
      await wish.form.waitFor({ state: 'detached' });
      await first.recorded(episodeId, 'TerminationRequested', 'demo-coordinator');

      await first.goTo('Proposals');
      await first.row('Nutmeg Deciding').getByText('By somebody else').waitFor();
      await first.row('Nutmeg Deciding').click();
      const panel = first.page.getByRole('complementary', { name: /Nutmeg Deciding/ });
      await panel.getByText('You asked for it: a second person decides.').waitFor();

      const second = await Shift.of(world, 'Merle Heron');
      await second.goTo('Proposals');
      const agreed = await second.actAtRow('Be the second', 'Nutmeg Deciding');
      await agreed.write(/In your words/, 'Agreed after the case conference');
      await agreed.form.getByRole('button', { name: 'Discharge', exact: true }).click();
      await agreed.form.getByRole('button', { name: /^Yes/ }).click();
      await agreed.form.waitFor({ state: 'detached' });
      await second.recorded(episodeId, 'EpisodeDischarged', 'demo-medical-director');
      await first.row('Nutmeg Deciding').waitFor({ state: 'detached' });
      await rowOf(board, 'Nutmeg Deciding').waitFor({ state: 'detached' });
    });

    it('a longer pause: who placed it is asked for another, and another renews it', async () => {
      const episodeId = await admitted('residential', 'Olive');
      const first = await Shift.of(world, 'Noa Kestrel');
      await first.journeyOf('Olive Deciding');
      const pause = await first.act('Pause automatic moves');
      await pause.moment('Paused to', 2, '09');
      await pause.write(/^Why/, 'Court date');
      await pause.send();
      await first.recorded(episodeId, 'HoldPlaced', 'demo-therapist');
      await first.goTo('Proposals');
      await first.row('Olive Deciding').getByText('By somebody else').waitFor();

      const second = await Shift.of(world, 'Jay Sandpiper');
      await second.goTo('Proposals');
      const renewed = await second.actAtRow('Renew the pause', 'Olive Deciding');
      await renewed.moment('Paused to', 4, '09');
      await renewed.write(/^Why/, 'The court moved the date');
      await renewed.send();
      await second.recorded(episodeId, 'HoldPlaced', 'demo-nurse');
    });
  });
}
