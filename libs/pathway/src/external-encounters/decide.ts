import type { CommandFields, CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import { touchedSince } from './care-elsewhere.ts';
import type { ExternalEncounter } from './state.ts';

type Encounter = CommandFields['RecordExternalEncounter'];

/**
 * Records care given elsewhere: what was given there may explain a later result, so specimens are judged again
 * (pathway §4, rule 12). Told again it may add the end and the list of drugs given; what was said before stays.
 * Rejects: EpisodeNotOpened, InTheFuture, EndsBeforeItBegins, UnknownMedication,
 * DrugClassesRequired (a drug outside the formulary), EncounterConflict.
 */
export function recordExternalEncounter(
  journey: Journey,
  command: CommandOf<'RecordExternalEncounter'>,
  context: Context,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const encounter = encounterOf(command);
  const { encounterId, from, to } = encounter;
  const refused =
    inTheFuture({ from, to }, context.now) ??
    (to !== undefined && to < from ? { type: 'EndsBeforeItBegins' as const, field: 'to' } : undefined) ??
    refusedByFormulary(encounter, context.programme);
  if (refused) return reject(refused);

  const known = journey.externalEncounters.find((one) => one.encounterId === encounterId);
  const field = known && contradicted(known, encounter);
  if (field !== undefined) return reject({ type: 'EncounterConflict', encounterId, field });
  if (known && sameContent(known, { ...known, ...encounter })) return nothingNew;

  const recorded: NewEventOf<'ExternalEncounterRecorded'> = {
    type: 'ExternalEncounterRecorded',
    occurredAt: command.occurredAt,
    data: { ...encounter, ...(command.reason && { reason: command.reason }) },
  };
  return accept(
    recorded,
    ...judgeAgain(foldAhead(journey, [recorded], command, context), context, 1, touchedSince(journey, from)),
  );
}

function encounterOf(command: CommandOf<'RecordExternalEncounter'>): Encounter {
  const { encounterId, kind, from, to, drugsGiven } = command;
  return { encounterId, kind, from, ...(to !== undefined && { to }), ...(drugsGiven && { drugsGiven }) };
}

function refusedByFormulary({ drugsGiven = 'none' }: Encounter, { formulary }: Programme): Rejection | undefined {
  if (drugsGiven === 'none') return undefined;
  for (const { medication, drugClasses } of drugsGiven) {
    if (medication !== 'other' && formulary[medication] === undefined) return { type: 'UnknownMedication', medication };
    if (medication === 'other' && drugClasses === undefined) return { type: 'DrugClassesRequired', medication };
  }
  return undefined;
}

/** The first field that was told otherwise before; a field that was not told is open. */
function contradicted(known: ExternalEncounter, told: Encounter): string | undefined {
  const before = new Map<string, unknown>(Object.entries(known));
  return Object.entries(told).find(
    ([field, value]) => before.has(field) && !sameContent(before.get(field), value),
  )?.[0];
}
