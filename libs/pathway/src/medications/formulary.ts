import type { CommandOf } from '../commands.ts';
import { spokenAs } from '../drug-testing/merge.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import type { Role } from '../vocabulary.ts';

const prescribers: readonly Role[] = ['prescriber', 'medical-director'];

/**
 * What the formulary has against a record: an unknown medication, one outside of it without its classes, or more
 * explained than it says, without a prescriber's reason (clinical-defaults §2). Heroin is never explained.
 */
export function refusedByFormulary(
  { medication, drugClasses = [], analytes = [], actor, reason }: CommandOf<'RecordMedication'>,
  programme: Programme,
): Rejection | undefined {
  if (medication === 'other') return drugClasses.length === 0 ? { type: 'DrugClassesRequired', medication } : undefined;
  const entry = programme.formulary[medication];
  if (!entry) return { type: 'UnknownMedication', medication };
  const wider = drugClasses.filter((drugClass) => !entry.explains.includes(drugClass));
  const others = entry.analytes.length === 0 ? [] : analytes.filter((one) => !entry.analytes.includes(spokenAs(one)));
  if (wider.length + others.length === 0) return undefined;
  const byPrescriber = prescribers.includes(actor.role) && reason !== undefined && !wider.includes('heroin');
  return byPrescriber ? undefined : { type: 'WidensFormulary', medication, drugClasses: wider, analytes: others };
}
