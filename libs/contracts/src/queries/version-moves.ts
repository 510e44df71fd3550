import { goalDomains, taskKinds, type VersionChange as Change } from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { LevelNames } from '../commands/programme-versions.ts';
import { same, type Same } from '../same-type.ts';
import { Code, FreeText, Instant, Uuid } from '../scalars.ts';

/** Moves journeys from one version to another, page by page; `next` is given back as `cursor`. */
export const MoveJourneysRequest = z
  .strictObject({
    to: z.union([Code, ProgrammeVersion]),
    levels: LevelNames.optional(),
    /** Only say what would change. What is left out is not done. */
    dry: z.boolean().default(true),
    reason: FreeText.optional(),
    /** Only these. Default: everyone on the version who was not discharged. */
    episodeIds: z.array(Uuid).min(1).max(200).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.int().min(1).max(100).default(25),
  })
  .meta({ id: 'MoveJourneysRequest' });
export type MoveJourneysRequest = z.output<typeof MoveJourneysRequest>;

const domains = z.array(z.enum(goalDomains)).readonly();

/** What the move changes at once, and what is waited for then (pathway `VersionChange`). */
const VersionChange = z
  .object({
    levels: z.record(z.string(), z.string()).readonly(),
    deadlines: z
      .array(
        z.object({ cause: z.string(), subject: z.string(), before: Instant.nullable(), after: Instant.nullable() }),
      )
      .readonly(),
    goals: z.object({ added: domains, removed: domains }),
    tasks: z.object({
      opened: z.array(z.object({ taskId: z.string(), kind: z.enum(taskKinds), dueAt: Instant })).readonly(),
      ended: z.array(z.object({ taskId: z.string(), kind: z.enum(taskKinds) })).readonly(),
    }),
    dispositions: z
      .array(
        z.object({ specimenId: z.string(), drugClass: z.string(), before: z.string().nullable(), after: z.string() }),
      )
      .readonly(),
    moves: z.array(z.object({ type: z.string(), transitionId: z.string() })).readonly(),
  })
  .meta({ id: 'VersionChange' });
same<Same<keyof z.output<typeof VersionChange>, keyof Change>>();

/** What became of one journey; `known` = it was moved before. */
const MovedJourney = z
  .object({
    episodeId: z.string(),
    outcome: z.enum(['would-move', 'moved', 'known', 'refused']),
    change: VersionChange.optional(),
    /** Why it was refused: the name of the rejection, in words, and what is needed to act. */
    refusal: z
      .object({ name: z.string(), title: z.string(), rejection: z.record(z.string(), z.unknown()).optional() })
      .optional(),
  })
  .meta({ id: 'MovedJourney' });
export type MovedJourney = z.output<typeof MovedJourney>;

export const MovedJourneys = z
  .object({
    from: ProgrammeVersion,
    to: ProgrammeVersion,
    dry: z.boolean(),
    items: z.array(MovedJourney),
    next: z.string().nullable(),
  })
  .meta({ id: 'MovedJourneys' });
export type MovedJourneys = z.output<typeof MovedJourneys>;
