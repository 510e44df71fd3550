import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Active, Journey } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { cancelled } from '../transitions/cancel.ts';
import { levelOf } from '../transitions/level-of.ts';
import { died } from './record-death.ts';

/**
 * Ends the episode for a reason of TEDS-D; an open move ends with it. A death is recorded with it, as `RecordDeath` does.
 * Rejects: EpisodeNotOpened, NotAdmitted (a referral is closed), EpisodeDischarged, InTheFuture, EndsBeforeItBegins,
 * DetoxIsNotAnEpisode (a stay in withdrawal management is not a completed treatment),
 * ReasonRequired and DrugTestIsNoGroundForDischarge (ended by the programme).
 */
export function dischargeEpisode(journey: Journey, command: CommandOf<'DischargeEpisode'>, context: Context): Decision {
  const { at, reasonCode, destination, againstAdvice, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (journey.status === 'discharged') {
    const known = journey.dischargedAt === at && journey.reasonCode === reasonCode;
    return known ? nothingNew : reject({ type: 'EpisodeDischarged' });
  }
  if (journey.status === 'referred') return reject({ type: 'NotAdmitted' });
  const refused =
    inTheFuture({ at }, context.now) ??
    (at < journey.stay.since ? { type: 'EndsBeforeItBegins' as const, field: 'at' } : undefined) ??
    refusedInCare(journey, command, context.programme);
  if (refused) return reject(refused);
  if (reasonCode === 'death') return accept(...died(journey, { at, cause: 'not-known' }, context.now, reason));

  const open = journey.transition;
  const ends: NewEvent[] = open ? [cancelled(open.transitionId, 'discharged', context.now)] : [];
  return accept(...ends, {
    type: 'EpisodeDischarged',
    occurredAt: at,
    data: { at, reasonCode, againstAdvice, ...(destination && { destination }), ...(reason && { reason }) },
  });
}

function refusedInCare(
  journey: Active,
  command: CommandOf<'DischargeEpisode'>,
  programme: Programme,
): Rejection | undefined {
  const level = levelOf(programme, journey.stay.level);
  if (command.reasonCode === 'completed' && level.kind === 'withdrawal-management') {
    return { type: 'DetoxIsNotAnEpisode' };
  }
  if (command.reasonCode !== 'terminated-by-facility') return undefined;
  if (command.reason === undefined) return { type: 'ReasonRequired' };
  return onlyTestsAgainst(journey) ? { type: 'DrugTestIsNoGroundForDischarge' } : undefined;
}

/**
 * As far as the record can tell: in this stay there is a use or a test that is not plainly negative or explained
 * (a residual or baseline too is a positive that somebody may hold against the person), and nothing else
 * (no missed session, hand-off or collection) that could be the ground. The reason itself is sealed.
 */
function onlyTestsAgainst(journey: Active): boolean {
  const { since } = journey.stay;
  const speaksForNothing = ['negative', 'expected-prescribed', 'superseded'];
  const tests =
    journey.uses.some((use) => !use.withdrawn && use.at >= since) ||
    journey.specimens.some(
      (specimen) =>
        specimen.collectedAt >= since &&
        Object.values(specimen.judgements).some(({ disposition }) => !speaksForNothing.includes(disposition)),
    );
  const missedHandOff =
    journey.transition !== undefined && journey.transition.state === 'started' && journey.transition.missed > 0;
  const otherwise =
    missedHandOff ||
    journey.sessions.some((session) => session.attendance === 'missed' && session.startedAt >= since) ||
    journey.notCollected.some(({ outcome, dueAt }) => outcome === 'missed' && dueAt >= since);
  return tests && !otherwise;
}
