import { goalDomains } from '@stepway/pathway';
import { z } from 'zod';
import { Code, Instant, Uuid } from '../scalars.ts';
import { CensusRow, PersonName } from './board.ts';

/** A page of a list: `next` is given back as `cursor`. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  })
  .loose()
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;

export const problemType = (name: string): string => `https://stepway.dev/problems/${name}`;

export const NewPatient = z
  .strictObject({
    name: z.strictObject({ given: z.string().trim().min(1).max(200), family: z.string().trim().min(1).max(200) }),
    birthDate: z.iso.date(),
    sex: z.enum(['female', 'male', 'other', 'unknown']).optional(),
    contacts: z
      .array(z.strictObject({ system: z.enum(['phone', 'email', 'sms', 'other']), value: z.string().max(200) }))
      .max(20)
      .optional(),
    mrn: z.string().max(64).optional(),
    externalIds: z
      .array(z.strictObject({ system: z.string().max(200), value: z.string().max(200) }))
      .max(20)
      .optional(),
  })
  .meta({ id: 'NewPatient' });
export type NewPatient = z.output<typeof NewPatient>;

export const PatientView = z
  .object({ patientId: Uuid, name: PersonName, birthDate: z.iso.date() })
  .meta({ id: 'Patient' });
export type PatientView = z.output<typeof PatientView>;

const numbered = z.array(z.object({ system: z.string(), value: z.string() }));

/** All that is known of who a person is. */
export const PatientRecord = PatientView.extend({
  sex: z.string().optional(),
  contacts: numbered.optional(),
  mrn: z.string().optional(),
  externalIds: numbered.optional(),
}).meta({ id: 'PatientRecord' });
export type PatientRecord = z.output<typeof PatientRecord>;

/** The levels of a programme as the dashboard draws them. */
export const ProgrammeView = z
  .object({
    id: Code,
    version: z.int(),
    title: z.string(),
    ladder: z.array(z.string()),
    levels: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        rank: z.int(),
        asam: z.array(z.object({ edition: z.union([z.literal(3), z.literal(4)]), code: z.string() })),
        capacity: z.int().nullable(),
        goalTemplate: z.array(z.enum(goalDomains)),
      }),
    ),
    /** Left out while the record cannot be reached. */
    publication: z.object({ at: Instant, by: z.string(), contentHash: z.string() }).optional(),
  })
  .meta({ id: 'Programme' });
export type ProgrammeView = z.output<typeof ProgrammeView>;

/** One version with all its rules. */
export const PublishedProgramme = ProgrammeView.extend({
  /** The file as it was published. */
  content: z.record(z.string(), z.unknown()),
}).meta({ id: 'PublishedProgramme' });
export type PublishedProgramme = z.output<typeof PublishedProgramme>;

/** What `GET /v1/live` sends, by the name of the server-sent event. */
export const liveEvents = {
  census: z.object({ asOf: Instant, rows: z.array(CensusRow) }),
  episode: z.object({ episodeIds: z.array(z.string()) }),
  task: z.object({ episodeIds: z.array(z.string()) }),
  lag: z.object({ readMs: z.number(), runMs: z.number() }),
  refetch: z.object({}),
} as const;
export type LiveEvent = {
  [K in keyof typeof liveEvents]: { event: K; data: z.output<(typeof liveEvents)[K]> };
}[keyof typeof liveEvents];
