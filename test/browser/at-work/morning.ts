import { Hands } from '../hands.ts';
import type { World } from '../world.ts';
import { peopleOfTheMorning, signIn, today, type Morning } from './morning-begins.ts';
import { appointment, board, proposal, roster, session, signOut } from './morning-goes-on.ts';
import { recordedBy } from './shift.ts';

/** A coordinator's morning from signing in to signing out: no mouse, no place where the focus is lost or not seen. */
export function morningSpecs(world: World): void {
  describe('a whole morning with the keyboard alone', () => {
    it('goes from the crisis to the group, with every act in the log', async () => {
      const people = await peopleOfTheMorning(world);
      const page = await world.desk.strangersWindow();
      const morning: Morning = {
        page,
        people,
        hands: new Hands(page),
        row: (given) => page.locator('[data-row]').filter({ hasText: `${given} Earlyhour` }),
        inLog: (episodeId, type) => recordedBy(world.clinic, episodeId, type, 'demo-coordinator'),
      };
      for (const step of [signIn, today, session, appointment, proposal, board, roster, signOut]) await step(morning);
    }, 180_000);
  });
}
