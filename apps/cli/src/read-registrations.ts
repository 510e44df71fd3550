import { faultsOf } from '@stepway/contracts';
import { z } from 'zod';
import { readJson } from './read-json.ts';

/** A file of registrations is not as it should be. */
class RegistrationsInvalid extends Error {
  readonly code = 'REGISTRATIONS_INVALID';
}

/**
 * Those whom a JSON file registers: `{ "<name>": [ … ] }`, at least one.
 * @throws RegistrationsInvalid with each fault and its place, FileUnreadable
 */
export function readRegistrations<T extends z.ZodType>(file: string, name: string, one: T): readonly z.output<T>[] {
  const form = z.strictObject({ [name]: z.array(one).min(1) }).transform((all) => all[name] ?? []);
  const parsed = form.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const faults = faultsOf(parsed.error).map(({ pointer, message }) => `  ${pointer}: ${message}`);
  throw new RegistrationsInvalid(`${file}:\n${faults.join('\n')}`);
}
