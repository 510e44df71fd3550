import type { Discharged } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { wasAttended } from '../sessions/attended.ts';
import { laterOf, type Instant } from '../time.ts';

/**
 * When the person was last served, as far as it is on record: an attended session, a meeting with the therapist, a
 * specimen collected, the admission or arrival itself; who lived there was served until they left. The discharge is
 * none: a case may be closed weeks after the person was last seen (SABG: no service for 30 days ends an episode).
 */
export function lastService(journey: Discharged, { levels }: Programme): Instant | undefined {
  const { stays, sessions, therapistMeetings, specimens, dischargedAt } = journey;
  const last = stays.at(-1);
  const livedThere = last !== undefined && levels[last.level]?.schedule.roundTheClock === true;
  const served = [
    ...stays.map(({ since }) => since),
    ...(livedThere ? [dischargedAt] : []),
    ...sessions.filter(wasAttended).map(({ startedAt }) => startedAt),
    ...therapistMeetings.map(({ heldAt }) => heldAt),
    ...specimens.map(({ collectedAt }) => collectedAt),
  ];
  return served.length === 0 ? undefined : served.reduce(laterOf);
}
