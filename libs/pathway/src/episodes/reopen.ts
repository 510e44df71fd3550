import { addDays, localDate } from '../calendar.ts';
import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Discharged, Journey, OpenedJourney } from '../journey.ts';
import type { Rejection } from '../rejections.ts';
import { nextTransitionId } from '../transitions/start.ts';
import { indicatedOnReturn } from './indicated-on-return.ts';
import { lastService } from './last-service.ts';
import { mayEnter } from './may-enter.ts';

/**
 * The person is back within 30 days of the last service: the same episode goes on, at the level that is indicated or
 * that a person chooses with a reason; nobody begins at the top, or as somebody new (clinical-reference §7, error 18).
 * It is an admission: what was used while away was brought along, so results are judged again (pathway §4).
 * That the person has no other open episode is held by a claim.
 * Rejects: EpisodeNotOpened, NotDischarged, NotAdmitted (the referral was closed), PersonDied, InTheFuture,
 * ReturnsBeforeDischarge, ReturnTooLate (a new, linked episode is opened), UnknownLevel, LevelNotForAge, ExclusionHolds,
 * ReasonRequired (the level is not what an assessment indicates).
 */
export function reopenEpisode(journey: Journey, command: CommandOf<'ReopenEpisode'>, context: Context): Decision {
  const { level, attendedAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (reopenedSo(journey, command)) return nothingNew;
  if (journey.status !== 'discharged') return reject({ type: 'NotDischarged' });
  const refused = notBack(journey, command, context);
  if (refused) return reject(refused);
  const entry = mayEnter(journey, command, context);
  if ('rejection' in entry) return reject(entry.rejection);
  const { dischargedAt: from } = journey;
  if (indicatedOnReturn(journey, { from, until: attendedAt }, context.programme) !== level && reason === undefined)
    return reject({ type: 'ReasonRequired' });

  const reopened: NewEventOf<'EpisodeReopened'> = {
    type: 'EpisodeReopened',
    occurredAt: attendedAt,
    data: {
      level,
      attendedAt,
      from: journey.lastLevel ?? journey.entryLevel,
      transitionId: nextTransitionId(journey),
      ...entry.overridden,
      ...(reason && { reason }),
    },
  };
  const after = foldAhead(journey, [reopened], command, context);
  return accept(reopened, ...judgeAgain(after, context, 1));
}

const reopenedSo = ({ stays }: OpenedJourney, { level, attendedAt }: CommandOf<'ReopenEpisode'>): boolean =>
  stays.some((stay) => stay.reentry === true && stay.level === level && stay.since === attendedAt);

function notBack(
  journey: Discharged,
  { attendedAt }: CommandOf<'ReopenEpisode'>,
  { now, programme, calendar }: Context,
): Rejection | undefined {
  const { dischargedAt, reasonCode, death, episodeId } = journey;
  if (reasonCode === 'never-admitted') return { type: 'NotAdmitted' };
  if (death) return { type: 'PersonDied', at: death.at };
  const ahead = inTheFuture({ attendedAt }, now);
  if (ahead) return ahead;
  if (attendedAt < dischargedAt) return { type: 'ReturnsBeforeDischarge', dischargedAt };

  const lastServiceAt = lastService(journey, programme) ?? dischargedAt;
  const latest = addDays(localDate(lastServiceAt, calendar), programme.discharge.reentryDays);
  if (localDate(attendedAt, calendar) <= latest) return undefined;
  return { type: 'ReturnTooLate', lastServiceAt, latest, previousEpisodeId: episodeId };
}
