import { drugClasses } from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Actor } from '../events/events.ts';
import { RuleTried } from '../events/rule-tried.ts';
import { Instant } from '../scalars.ts';

/** Why something happened, or why nothing did. */
export const DecisionView = z
  .object({
    decisionId: z.string(),
    at: Instant,
    about: z.enum(['step-up', 'step-down', 'drug-test', 'level']),
    outcome: z.string(),
    sentence: z.string(),
    rules: z.array(RuleTried),
    programme: ProgrammeVersion,
    trigger: z.object({ eventId: z.string() }),
    /** Of a drug test: the specimen and class it is about. */
    specimenId: z.string().optional(),
    drugClass: z.enum(drugClasses).optional(),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.output<typeof DecisionView>;

/** One care event as the API gives it; sealed texts are opened for those who may read them. */
export const EventView = z
  .object({
    id: z.string(),
    type: z.string(),
    version: z.int(),
    occurredAt: Instant,
    recordedAt: Instant.optional(),
    actor: Actor.optional(),
    causedBy: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CareEvent' });
export type EventView = z.output<typeof EventView>;

export const CommandAnswer = z
  .object({
    episodeId: z.string(),
    version: z.int(),
    events: z.array(EventView),
    /** Of a dry decision: what would then follow by rule. */
    follows: z.array(EventView).optional(),
  })
  .meta({ id: 'CommandAnswer' });
export type CommandAnswer = z.output<typeof CommandAnswer>;
