import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';
import type { MedicationCommands } from './commands.ts';
import type { Medication } from './state.ts';
import type { Sealed } from '../sealed.ts';
import { toldAgain } from '../told-again.ts';
import { sameContent } from '../same-content.ts';
import { earlierOf } from '../time.ts';
import { endOf } from './explains.ts';
import { refusedByFormulary } from './formulary.ts';

/**
 * Records a medication and what it may explain; specimens collected since are judged again.
 * A record may narrow what the formulary says its medication explains; to widen it needs a prescriber's reason.
 * Rejects: EpisodeNotOpened, InTheFuture, EndsBeforeItBegins, MedicationConflict, UnknownMedication,
 * DrugClassesRequired (a medication outside the formulary), WidensFormulary.
 */
export function recordMedication(journey: Journey, command: CommandOf<'RecordMedication'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const medication = medicationOf(command);
  const { medicationId, from, to } = medication;
  const known = journey.medications.find((one) => one.medicationId === medicationId);
  if (known) return sameRecord(known, medication) ? nothingNew : reject({ type: 'MedicationConflict', medicationId });
  const refused =
    inTheFuture({ from }, context.now) ??
    (to !== undefined && to < from ? { type: 'EndsBeforeItBegins' as const, field: 'to' } : undefined) ??
    refusedByFormulary(command, context.programme);
  if (refused) return reject(refused);

  const recorded: NewEventOf<'MedicationRecorded'> = {
    type: 'MedicationRecorded',
    occurredAt: command.occurredAt,
    data: { ...medication, ...(command.reason && { reason: command.reason }) },
  };
  return accept(recorded, ...judgeAgain(foldAhead(journey, [recorded], command, context), context, 1, from));
}

/**
 * Records the end of a medication; its tail, in which it still explains, runs from there.
 * Rejects: EpisodeNotOpened, UnknownMedicationRecord, InTheFuture, EndsBeforeItBegins,
 * MedicationConflict (ended already, at another moment).
 */
export function endMedication(journey: Journey, command: CommandOf<'EndMedication'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { medicationId, at, reason, occurredAt } = command;
  const known = journey.medications.find((one) => one.medicationId === medicationId);
  if (!known) return reject({ type: 'UnknownMedicationRecord', medicationId });
  if (known.endedAt !== undefined)
    return known.endedAt === at ? nothingNew : reject({ type: 'MedicationConflict', medicationId });
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);
  if (at < known.from) return reject({ type: 'EndsBeforeItBegins', field: 'at' });

  const ended: NewEventOf<'MedicationEnded'> = {
    type: 'MedicationEnded',
    occurredAt,
    data: { medicationId, at, ...(reason && { reason }) },
  };
  // What was planned falls away: taken for longer explains more, ended sooner explains less.
  const since = earlierOf(at, known.to ?? at);
  return accept(ended, ...judgeAgain(foldAhead(journey, [ended], command, context), context, 1, since));
}

/**
 * Records that the next dose is arranged, at the place where the person goes on: a step down waits for it while a
 * medication for opioid use disorder is taken (pathway §7). Another moment replaces the one before.
 * Rejects: EpisodeNotOpened, UnknownMedicationRecord, MedicationConflict (it ends before that dose).
 */
export function arrangeMedicationContinuity(
  journey: Journey,
  command: CommandOf<'ArrangeMedicationContinuity'>,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { medicationId, nextDoseAt, place, reason, occurredAt } = command;
  const known = journey.medications.find((one) => one.medicationId === medicationId);
  if (!known) return reject({ type: 'UnknownMedicationRecord', medicationId });
  if (known.nextDose?.at === nextDoseAt) return nothingNew;
  if (toldAgain(journey, command, 'MedicationContinuityArranged', { medicationId, nextDoseAt })) return nothingNew;
  const end = endOf(known);
  if (end !== undefined && end < nextDoseAt) return reject({ type: 'MedicationConflict', medicationId });

  const data = { medicationId, nextDoseAt, ...(place && { place }), ...(reason && { reason }) };
  return accept({ type: 'MedicationContinuityArranged', occurredAt, data });
}

type MedicationRecord = MedicationCommands<Sealed>['RecordMedication'];

function medicationOf(command: CommandOf<'RecordMedication'>): MedicationRecord {
  const { type: _type, commandId: _id, actor: _actor, occurredAt: _at, reason: _reason, ...medication } = command;
  return medication;
}

function sameRecord(known: Medication, medication: MedicationRecord): boolean {
  const { eventId: _id, endedAt: _endedAt, nextDose: _nextDose, missedDoses: _missedDoses, ...record } = known;
  return sameContent(record, medication);
}
