import type { Programme } from '@stepway/pathway';
import { faultsOf, type FieldFault } from '../faults.ts';
import { completeFirstFormat } from './first-format.ts';
import { ProgrammeFile } from './programme.ts';

export type ReadProgramme = { readonly programme: Programme } | { readonly faults: readonly FieldFault[] };

/** A programme from the content of its file, or all that is wrong with it, for the person who manages it. */
export function readProgramme(content: unknown, known: readonly Programme[] = []): ReadProgramme {
  const parsed = ProgrammeFile.safeParse(completeFirstFormat(content, known));
  return parsed.success ? { programme: parsed.data } : { faults: faultsOf(parsed.error).map(inWords) };
}

/** What a schema says of something that is not there is not what a person would. */
const inWords = ({ pointer, message }: FieldFault): FieldFault => ({
  pointer,
  message: message.endsWith('received undefined') ? 'is missing' : message,
});
