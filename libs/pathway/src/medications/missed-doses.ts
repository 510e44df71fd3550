import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';

/**
 * Records doses that were not taken. A specimen in which the medication is missing is judged again: what was not taken
 * cannot be found (pathway §4, rule 7). Doses missed in a row go to the prescriber (§9).
 * Rejects: EpisodeNotOpened, UnknownMedicationRecord, InTheFuture,
 * EndsBeforeItBegins (`to` before `from`, or before the medication began).
 */
export function recordMissedDoses(
  journey: Journey,
  command: CommandOf<'RecordMissedDoses'>,
  context: Context,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { medicationId, from, doses, reason, occurredAt } = command;
  const to = command.to ?? from;
  const known = journey.medications.find((one) => one.medicationId === medicationId);
  if (!known) return reject({ type: 'UnknownMedicationRecord', medicationId });
  const ahead = inTheFuture({ from, to }, context.now);
  if (ahead) return reject(ahead);
  if (to < from) return reject({ type: 'EndsBeforeItBegins', field: 'to' });
  if (from < known.from) return reject({ type: 'EndsBeforeItBegins', field: 'from' });
  const told = known.missedDoses?.some((one) => one.from === from && one.to === to && one.doses === doses);
  if (told) return nothingNew;

  const recorded: NewEventOf<'MissedDosesRecorded'> = {
    type: 'MissedDosesRecorded',
    occurredAt,
    data: { medicationId, from, to, doses, ...(reason && { reason }) },
  };
  return accept(recorded, ...judgeAgain(foldAhead(journey, [recorded], command, context), context, 1, from));
}
