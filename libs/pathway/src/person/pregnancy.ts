import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';

/**
 * Records that the person is pregnant: obstetric care is asked for, the place on the waiting list changes, and
 * medication for opioid use disorder goes on (pathway §8). The same under another id is no news.
 * Rejects: EpisodeNotOpened, InTheFuture, PregnancyConflict.
 */
export function recordPregnancy(journey: Journey, command: CommandOf<'RecordPregnancy'>, context: Context): Decision {
  const { pregnancyId, from, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (journey.pregnancies.some((known) => known.from === from)) return nothingNew;
  const ahead = inTheFuture({ from }, context.now);
  if (ahead) return reject(ahead);
  const standing = journey.pregnancies.find(
    (known) => known.pregnancyId === pregnancyId || known.to === undefined || from < known.to,
  );
  if (standing) return reject({ type: 'PregnancyConflict', pregnancyId: standing.pregnancyId });

  return accept({ type: 'PregnancyRecorded', occurredAt, data: { pregnancyId, from, ...(reason && { reason }) } });
}

/**
 * Records that a pregnancy is over; how is nobody's business here.
 * Rejects: EpisodeNotOpened, UnknownPregnancy, InTheFuture, EndsBeforeItBegins, PregnancyConflict (ended already, at
 * another moment).
 */
export function endPregnancy(journey: Journey, command: CommandOf<'EndPregnancy'>, context: Context): Decision {
  const { pregnancyId, at, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.pregnancies.find((one) => one.pregnancyId === pregnancyId);
  if (known === undefined) return reject({ type: 'UnknownPregnancy', pregnancyId });
  if (known.to !== undefined) return known.to === at ? nothingNew : reject({ type: 'PregnancyConflict', pregnancyId });
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);
  if (at < known.from) return reject({ type: 'EndsBeforeItBegins', field: 'at' });

  return accept({ type: 'PregnancyEnded', occurredAt, data: { pregnancyId, at, ...(reason && { reason }) } });
}

/** As far as it is recorded; without any record what the referral said. */
export function isPregnantAt({ pregnancies, priority }: OpenedJourney, at: Instant): boolean {
  if (pregnancies.length === 0) return priority === 'pregnant' || priority === 'pregnant-injecting';
  return pregnancies.some(({ from, to }) => from <= at && (to === undefined || at < to));
}
