import { z } from 'zod';

const momentForm = 'a moment as in 2026-11-20T09:10:00-05:00, of the years 1900 to 9999';
/** With a fifth digit of the year instants no longer compare as text, and PostgreSQL does not know them. */
const [earliest, latest] = [Date.UTC(1900, 0, 1), Date.UTC(10_000, 0, 1) - 1];

/** RFC 3339 with a zone or offset; inside, always UTC with milliseconds, so that instants compare as text. */
export const Instant = z.iso
  .datetime({ offset: true, error: momentForm, abort: true })
  .refine((text) => Date.parse(text) >= earliest && Date.parse(text) <= latest, { error: momentForm, abort: true })
  .overwrite((text) => new Date(text).toISOString())
  .meta({ id: 'Instant', description: 'RFC 3339, e.g. 2026-11-20T09:10:00-05:00' });

/** Ids that a caller chooses. */
export const CallerId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'letters, digits, dot, underscore or hyphen, at most 64')
  .meta({ id: 'CallerId' });

/** Chosen by a caller, or made by the rules from the encounter that raised it. */
export const CrisisId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,80}$/, 'the id of a crisis, as the journey has it')
  .meta({ id: 'CrisisId' });

/** Made by the rules from episode, kind and subject. */
export const TaskId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,300}$/, 'the id of a task, as the journey has it')
  .meta({ id: 'TaskId' });

/** In small letters inside: an id spelt in capitals is the same id. */
export const Uuid = z.guid().toLowerCase().meta({ id: 'Uuid' });

/** Codes of a programme: levels, formulary. */
export const Code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'a lower-case code')
  // Of the names that every object has, the one that would pass for a code: a level called so would seem to be there.
  .refine((text) => text !== 'constructor', 'a lower-case code')
  .meta({ id: 'Code' });

/** Free text of a person: sealed before anything keeps it. */
export const FreeText = z.string().trim().min(1).max(2000).meta({ id: 'FreeText' });

export const Sealed = z
  .strictObject({ sealed: z.string().regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/) })
  .meta({ id: 'Sealed', description: '<kid>.<nonce>.<ciphertext>, opened by the API for those who may read it' });

/** RFC 3339 full-date. */
export const LocalDate = z.iso.date().meta({ id: 'LocalDate' });
