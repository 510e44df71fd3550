import type { OpenedJourney } from '../journey.ts';
import type { ScheduledTest } from '../scheduled-tests/state.ts';
import type { Instant } from '../time.ts';
import { day, inCareAt, presumptive } from './commands.ts';
import { Lived, type Step } from './given.ts';
import { mainSite } from './holidays.ts';
import { standardFour, withoutTestPlan } from './standard-four.ts';

/** No tests but those that a spec names, at a site with holidays. */
export const quiet = { programme: withoutTestPlan(standardFour), calendar: mainSite };
export const inIop = inCareAt('iop');

export function lived(
  rules: ConstructorParameters<typeof Lived>[0],
  ...steps: readonly (Step | readonly Step[])[]
): Lived {
  const one = new Lived(rules);
  for (const step of steps.flat()) one.step(step);
  return one;
}
export const journeyOf = (...steps: readonly (Step | readonly Step[])[]): OpenedJourney =>
  lived(quiet, ...steps).opened();

/** Drawn on day 5 for day 10, in the first stay. */
export const drawn: ScheduledTest = {
  from: day(10),
  dueAt: day(11),
  cause: 'random',
  number: 1,
  at: day(5),
  stay: 1,
  eventId: 'drawn',
};

export const collected = (collectedAt: Instant, fields: Parameters<typeof presumptive>[1] = {}) =>
  presumptive([['cocaine', 'negative']], { collectedAt, specimenId: `S-${collectedAt}`, ...fields });
