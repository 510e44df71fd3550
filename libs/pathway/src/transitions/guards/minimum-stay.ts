import { addDays, daysApart, localDate, startOfDay } from '../../calendar.ts';
import type { Instant } from '../../time.ts';
import { met, notMet, type Guard, type GuardFacts } from './facts.ts';

/** Local days of the site: the stay is long enough from the beginning of a day on. */
export const minimumStay: Guard = {
  rule: 'minimum-stay',
  waitsFor: 'the shortest stay of this level',
  look: ({ journey, level, calendar }, at) => {
    const days = daysApart(localDate(journey.stay.since, calendar), localDate(at, calendar));
    const saw = `day ${days} of at least ${level.stayDays.minimum}`;
    return days >= level.stayDays.minimum ? met(saw) : notMet(saw);
  },
  matures: (facts) => [longEnoughAt(facts)],
};

export const longEnoughAt = ({ journey, level, calendar }: GuardFacts): Instant =>
  startOfDay(addDays(localDate(journey.stay.since, calendar), level.stayDays.minimum), calendar);
