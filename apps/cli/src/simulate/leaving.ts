import type { DischargeReason, Level, Programme } from '@stepway/pathway';
import { entryLevelOf } from './entry-level.ts';
import { daysOf, oneAt, reasonOf, shareOf, sharesOf } from './teds.ts';

/** Within so many days of admission, somebody who came for withdrawal management may still be there. */
const withdrawalDays = 14;
const yearDays = 365;

/**
 * REASON. A stay in withdrawal management is not a completed treatment (pathway §8), so nobody who leaves from there is
 * given `completed`; everybody else gets it so much more often that all together leave for the reasons TEDS-D counted.
 */
export function reasonForLeaving(place: number, level: Level, careDays: number, programme: Programme): DischargeReason {
  const reasons = sharesOf('REASON').map(({ value, share: counted }) => [reasonOf(value), counted] as const);
  const early = level.kind === 'withdrawal-management' && careDays <= withdrawalDays;
  if (early)
    return oneAt(
      place,
      reasons.filter(([reason]) => reason !== 'completed'),
    );
  if (careDays > yearDays) return oneAt(place, reasons);
  const completed = shareOf('REASON', 1);
  const leaving = shareLeavingEarly(programme);
  return oneAt(
    place,
    reasons.map(([reason, counted]) =>
      reason === 'completed' ? [reason, counted] : [reason, counted - (leaving * counted) / (1 - completed)],
    ),
  );
}

/** Of those who leave within a year: who came for withdrawal management and left within its days. */
function shareLeavingEarly(programme: Programme): number {
  const codes = sharesOf('SERVICES').filter(
    ({ value }) => entryLevelOf(value, 'adult', programme).kind === 'withdrawal-management',
  );
  const withinDays = (days: number) =>
    sharesOf('LOS').reduce((sum, los) => sum + (daysOf(los.value)[1] <= days ? los.share : 0), 0);
  return (shareOf('SERVICES', ...codes.map(({ value }) => value)) * withinDays(withdrawalDays)) / withinDays(yearDays);
}
