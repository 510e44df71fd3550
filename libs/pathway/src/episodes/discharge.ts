import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Active, Journey, OpenedJourney } from '../journey.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import { lastTold } from '../withdrawn-facts/told.ts';
import { levelOf } from '../transitions/level-of.ts';
import type { DischargeReason } from '../vocabulary.ts';
import { endByTheProgramme } from './end-by-the-programme.ts';
import { endOfCare } from './end-of-care.ts';
import { died } from './record-death.ts';

/**
 * Ends the episode for a reason of TEDS-D; an open move ends with it. A death is recorded with it, as `RecordDeath` does;
 * the programme ends an episode only by two people (`endByTheProgramme`).
 * Rejects: EpisodeNotOpened, NotAdmitted (a referral is closed), EpisodeDischarged, InTheFuture, EndsBeforeItBegins,
 * DetoxIsNotAnEpisode (a stay in withdrawal management is not a completed treatment), NotPatientDirected,
 * and what `endByTheProgramme` rejects.
 */
export function dischargeEpisode(journey: Journey, command: CommandOf<'DischargeEpisode'>, context: Context): Decision {
  const { at, reasonCode, reason } = command;
  if (journey.status !== 'not-opened' && knownSo(journey, command)) return nothingNew;
  switch (journey.status) {
    case 'not-opened':
      return reject({ type: 'EpisodeNotOpened' });
    case 'referred':
      return reject({ type: 'NotAdmitted' });
    case 'discharged':
      return reject({ type: 'EpisodeDischarged' });
    case 'active':
      break;
  }
  const refused = notSo(journey, command, context);
  if (refused) return reject(refused);
  switch (reasonCode) {
    case 'death':
      return accept(...died(journey, { at, cause: 'not-known' }, context.now, reason));
    case 'terminated-by-facility':
      return endByTheProgramme(journey, command, context);
    case 'completed':
    case 'dropped-out':
    case 'transferred':
    case 'incarcerated':
    case 'other':
      return accept(...endOfCare(journey, command, context.now));
  }
}

/** Ended so before, or asked for so by the same person: whatever came of it since (a return, nobody who joined). */
const knownSo = (
  { discharges, told }: OpenedJourney,
  { at, reasonCode, actor, occurredAt, termination }: CommandOf<'DischargeEpisode'>,
): boolean =>
  discharges.some((known) => known.at === at && known.reasonCode === reasonCode) ||
  (reasonCode === 'terminated-by-facility' &&
    lastTold(
      told,
      (event) =>
        event.type === 'TerminationRequested' &&
        event.actor.id === actor.id &&
        event.occurredAt === occurredAt &&
        event.data.at === at &&
        sameContent({ ...event.data.termination, ...termination }, event.data.termination),
    ) !== undefined);

/** How TEDS-D counts a person who leaves against advice. */
const patientDirected: readonly DischargeReason[] = ['dropped-out', 'transferred', 'other'];

function notSo(
  journey: Active,
  { at, reasonCode, againstAdvice }: CommandOf<'DischargeEpisode'>,
  { now, programme }: Context,
): Rejection | undefined {
  const ahead = inTheFuture({ at }, now);
  if (ahead) return ahead;
  if (at < journey.stay.since) return { type: 'EndsBeforeItBegins', field: 'at' };
  if (reasonCode === 'completed' && levelOf(programme, journey.stay.level).kind === 'withdrawal-management') {
    return { type: 'DetoxIsNotAnEpisode' };
  }
  if (againstAdvice && !patientDirected.includes(reasonCode)) return { type: 'NotPatientDirected', reasonCode };
  return undefined;
}
