import type { Programme } from '@stepway/pathway';
import type { z } from 'zod';
import { faultsOf, type FieldFault } from '../faults.ts';
import { completeFirstFormat } from './first-format.ts';
import { ProgrammeFile } from './programme.ts';

export type ReadProgramme = { readonly programme: Programme } | { readonly faults: readonly FieldFault[] };

/** A programme from the content of its file, or all that is wrong with it, for the person who manages it. */
export function readProgramme(content: unknown, known: readonly Programme[] = []): ReadProgramme {
  const parsed = ProgrammeFile.safeParse(completeFirstFormat(content, known), { error: inWords });
  return parsed.success ? { programme: parsed.data } : { faults: faultsOf(parsed.error) };
}

/** What does not fit the schema, said behind the place where it stands; what the schema says itself goes first. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected]}`;
  if (issue.code === 'invalid_value')
    return issue.input === undefined ? 'is missing' : `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small')
    return issue.origin === 'number' || issue.origin === 'int'
      ? `must be ${issue.inclusive === true ? 'at least' : 'above'} ${issue.minimum}`
      : 'must not be empty';
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  return undefined;
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  record: 'a group of entries',
  string: 'a text',
};
