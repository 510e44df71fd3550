import { z } from 'zod';
import { Code, Instant, Uuid } from '../scalars.ts';

export const serverNames = ['postgres', 'kafka', 'temporal'] as const;

const Server = z.object({
  name: z.enum(serverNames),
  up: z.boolean(),
  /** How long it took to answer, or until it was given up. */
  ms: z.number(),
});

/** A journey that the read models cannot take; no data of anybody. */
const Parked = z.object({
  episodeId: z.string(),
  since: Instant,
  /** The version at which it stands still; null where the record said none. */
  version: z.int().nullable(),
  /** The code of the error. */
  reason: z.string(),
  /** Records that wait behind it. */
  records: z.int(),
  /** Set while a retry was asked for and not yet done. */
  retryAskedAt: Instant.nullable(),
});
export type ParkedView = z.output<typeof Parked>;

/** A read model on its way to hold what the whole log says. */
const Filling = z.object({
  model: z.string(),
  /** So many journeys of so many; both 0 before it begins. */
  journeys: z.int(),
  of: z.int(),
  movedAt: Instant.nullable(),
  /** The code of what keeps it from being filled; tried again until it goes. */
  trouble: z.string().nullable(),
});

/** What one invariant was found to be; what breaks it by opaque ids, at most 20 are named. */
export const Finding = z
  .object({
    invariant: z.string(),
    title: z.string(),
    checked: z.int(),
    breaches: z.array(z.string()).readonly(),
    note: z.string().optional(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.output<typeof Finding>;

/** How the programs and servers are; it names nobody. */
export const SystemView = z
  .object({
    at: Instant,
    lag: z.object({
      /** Age of the oldest fact not on the boards, of the oldest journey not yet at rest, of the oldest open writer. */
      readMs: z.number(),
      runMs: z.number(),
      writerMs: z.number(),
    }),
    /** Places in the whole log: the newest, what Kafka has, what the tables have. */
    positions: z.object({ log: z.int(), relay: z.int(), projector: z.int() }),
    /** When a relay last led; null before the first. */
    relaySeenAt: Instant.nullable(),
    partitions: z.object({ known: z.int(), behind: z.int(), behindSince: Instant.nullable() }),
    servers: z.array(Server),
    parked: z.object({ journeys: z.int(), records: z.int(), items: z.array(Parked) }),
    readModels: z.array(z.string()),
    /** Those that an upgrade added and that are not yet filled from the log; nobody is answered from them meanwhile. */
    filling: z.array(Filling),
    /** As `stepway verify` last found it. */
    verify: z.object({ at: Instant, findings: z.array(Finding) }).nullable(),
  })
  .meta({ id: 'System' });
export type SystemView = z.output<typeof SystemView>;

export const rebuildStates = ['running', 'equal', 'differs', 'switched', 'broke-off'] as const;

export const RebuildView = z
  .object({
    rebuildId: Uuid,
    models: z.array(z.string()).readonly(),
    /** Whether the new tables were to take the places of the live ones also where they differ. */
    switch: z.boolean(),
    state: z.enum(rebuildStates),
    phase: z.enum(['fold', 'catch-up', 'compare', 'swap']),
    events: z.int(),
    journeys: z.int(),
    /** How many journeys the log has. */
    of: z.int(),
    /** Journeys that the live tables had not caught up with: not compared. */
    behind: z.int(),
    /** Rows only live, and only rebuilt; a changed row counts in both. */
    differences: z
      .array(
        z.object({
          table: z.string(),
          onlyLive: z.int(),
          onlyRebuilt: z.int(),
          /** Some of the journeys concerned. */
          episodeIds: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    startedBy: z.string(),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    /** The code of what ended it before its end. */
    trouble: z.string().nullable(),
  })
  .meta({ id: 'Rebuild' });
export type RebuildView = z.output<typeof RebuildView>;

/** The one under way, or the last. */
export const Rebuilds = z.object({ items: z.array(RebuildView) });

export const StartRebuild = z
  .strictObject({
    /** Default: all. */
    models: z.array(Code).min(1).max(50).optional(),
    /** Put the new tables in place also where they differ: a person has looked at the difference. Default: only compare. */
    switch: z.boolean().default(false),
  })
  .meta({ id: 'StartRebuild' });

/** How another version would have judged the log, as `stepway replay --publish` last found it: counts only. */
export const ReplayReport = z
  .object({
    at: Instant,
    from: Instant.nullable(),
    to: Instant,
    compared: z.int(),
    different: z.int(),
    notCompared: z.int(),
    lessSure: z.int(),
    notSaid: z.int(),
    rules: z.array(
      z.object({
        about: z.enum(['drug-test', 'step-up', 'step-down', 'task']),
        own: z.string(),
        proposed: z.string(),
        rules: z.object({ own: z.array(z.string()).readonly(), proposed: z.array(z.string()).readonly() }),
        people: z.int(),
      }),
    ),
  })
  .meta({ id: 'ReplayReport' });
export type ReplayReport = z.output<typeof ReplayReport>;
