import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';

/**
 * The referral never became an admission: nobody is discharged, for nobody was in care (TEDS-D counts no such record).
 * The person may be referred again at any time.
 * Rejects: EpisodeNotOpened, AlreadyAdmitted, EpisodeDischarged, InTheFuture, EndsBeforeItBegins.
 */
export function closeReferral(journey: Journey, command: CommandOf<'CloseReferral'>, { now }: Context): Decision {
  const { at, reasonCode, reason } = command;
  switch (journey.status) {
    case 'not-opened':
      return reject({ type: 'EpisodeNotOpened' });
    case 'active':
      return reject({ type: 'AlreadyAdmitted', level: journey.stay.level });
    case 'discharged':
      return journey.reasonCode === 'never-admitted' && journey.dischargedAt === at
        ? nothingNew
        : reject({ type: 'EpisodeDischarged' });
    case 'referred':
      break;
  }
  const ahead = inTheFuture({ at }, now);
  if (ahead) return reject(ahead);
  if (at < journey.openedAt) return reject({ type: 'EndsBeforeItBegins', field: 'at' });

  return accept({ type: 'ReferralClosed', occurredAt: at, data: { at, reasonCode, ...(reason && { reason }) } });
}
