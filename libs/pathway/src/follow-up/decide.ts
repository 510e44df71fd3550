import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';
import { sameContent } from '../same-content.ts';
import { followUpWindow } from './window.ts';

/**
 * Records how a person fares after discharge, or that nobody was reached: each attempt is a fact. It belongs to the last
 * discharge before it; one outside the window of its point is kept, and does not count for it.
 * Rejects: EpisodeNotOpened, NotDischarged, UnknownFollowUpPoint, OutcomesWithoutContact, InTheFuture, PersonDied,
 * FollowUpConflict.
 */
export function recordFollowUp(journey: Journey, command: CommandOf<'RecordFollowUp'>, context: Context): Decision {
  const { type: _t, commandId: _c, actor: _a, occurredAt: _o, reason, ...fields } = command;
  const { point, contactedAt, contact, ...outcomes } = fields;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const discharge = journey.discharges.findLast(({ at }) => at <= contactedAt);
  if (discharge === undefined) return reject({ type: 'NotDischarged' });

  const { programme, calendar, now } = context;
  const { pointDays: points } = programme.followUp;
  if (!points.includes(point)) return reject({ type: 'UnknownFollowUpPoint', point, points });
  const answered = Object.values(outcomes).some((answer) => answer !== undefined);
  if (contact !== 'reached' && answered) return reject({ type: 'OutcomesWithoutContact' });
  const ahead = inTheFuture({ contactedAt }, now);
  if (ahead) return reject(ahead);
  if (journey.death && contact === 'reached' && contactedAt > journey.death.at)
    return reject({ type: 'PersonDied', at: journey.death.at });

  const dischargedAt = discharge.at;
  const known = journey.followUps.find((one) => one.point === point && one.contactedAt === contactedAt);
  if (known) {
    const { eventId: _e, inWindow: _w, dischargedAt: _d, ...before } = known;
    return sameContent(before, fields) ? nothingNew : reject({ type: 'FollowUpConflict', point, contactedAt });
  }
  const { opensAt, closesAt } = followUpWindow(dischargedAt, point, programme, calendar);
  const inWindow = opensAt <= contactedAt && contactedAt < closesAt;
  return accept({
    type: 'FollowUpRecorded',
    occurredAt: contactedAt,
    data: { ...fields, dischargedAt, inWindow, ...(reason && { reason }) },
  });
}
