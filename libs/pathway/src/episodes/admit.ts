import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEventOf } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { mayEnter } from './may-enter.ts';

/**
 * Admits the person: the first stay begins at the first attended service. Results that came before
 * are judged again, for admission divides what was brought along from what is new (pathway §4, rule 13).
 * An exclusion of the level that holds by the assessments stands against it, unless a medical role gives a reason; what
 * nobody answered does not. An assessment that is missing is asked for by rule.
 * Rejects: EpisodeNotOpened, AlreadyAdmitted, EpisodeDischarged, UnknownLevel, LevelNotForAge, InTheFuture,
 * ExclusionHolds.
 */
export function admit(journey: Journey, command: CommandOf<'Admit'>, context: Context): Decision {
  const { level, attendedAt, reason } = command;
  switch (journey.status) {
    case 'not-opened':
      return reject({ type: 'EpisodeNotOpened' });
    case 'discharged':
      return admittedSo(journey, command) ? nothingNew : reject({ type: 'EpisodeDischarged' });
    case 'active':
      return admittedSo(journey, command) ? nothingNew : reject({ type: 'AlreadyAdmitted', level: journey.stay.level });
    case 'referred':
      break;
  }
  const entry = mayEnter(journey, command, context);
  if ('rejection' in entry) return reject(entry.rejection);

  const admitted: NewEventOf<'Admitted'> = {
    type: 'Admitted',
    occurredAt: attendedAt,
    data: { level, attendedAt, ...entry.overridden, ...(reason && { reason }) },
  };
  const after = foldAhead(journey, [admitted], command, context);
  return accept(admitted, ...judgeAgain(after, context, 1));
}

const admittedSo = ({ stays: [first] }: OpenedJourney, { level, attendedAt }: CommandOf<'Admit'>): boolean =>
  first?.level === level && first.since === attendedAt;
