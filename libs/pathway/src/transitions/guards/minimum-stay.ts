import { afterInCareDays, inCareDays } from '../../leaves/clock.ts';
import type { Instant } from '../../time.ts';
import { met, notMet, type Guard, type GuardFacts } from './facts.ts';

/** Local days of the site, without those on leave: the stay is long enough from the beginning of a day on. */
export const minimumStay: Guard = {
  rule: 'minimum-stay',
  waitsFor: 'the shortest stay of this level',
  look: ({ journey, level, calendar }, at) => {
    const days = inCareDays(journey, journey.stay.since, at, calendar);
    const saw = `day ${days} of at least ${level.stayDays.minimum}`;
    return days >= level.stayDays.minimum ? met(saw) : notMet(saw);
  },
  matures: (facts) => [longEnoughAt(facts) ?? []].flat(),
};

/** Not known while the person is away: the clock stands still until they are back. */
export const longEnoughAt = ({ journey, level, calendar }: GuardFacts): Instant | undefined =>
  afterInCareDays(journey, journey.stay.since, level.stayDays.minimum, calendar);
