import { commandTypes, roles } from '@stepway/pathway';
import { z } from 'zod';
import { Instant, Uuid } from '../scalars.ts';

/** Who is signed in, and what this deployment is. */
export const SessionView = z
  .object({
    actor: z.object({
      id: z.string(),
      role: z.enum(roles),
      /** As the directory or the provider has it. */
      name: z.string().nullable(),
      /** Whose people are shown: all of these. */
      siteIds: z.array(z.string()),
      /** Null = all programmes of these sites. */
      programmes: z.array(z.string()).nullable(),
    }),
    /** What this role may do at all; of one person it may be less. */
    may: z.object({
      send: z.array(z.enum(commandTypes)),
      ask: z.array(z.string()),
      /** What is posted beside commands, by the operation's name. */
      post: z.array(z.string()),
    }),
    /** Of a browser's session; null for a bearer token. */
    session: z.object({ endsAt: Instant, idleMinutes: z.number() }).nullable(),
    deployment: z.object({
      name: z.string(),
      /** People and what the source data lack are simulated. */
      demonstration: z.boolean(),
      siteIds: z.array(z.string()),
      /** Of who is signed in: of the first of their sites. */
      timeZone: z.string(),
      /** Of each site, by its id: moments of a person are told in that of their site. */
      timeZones: z.record(z.string(), z.string()),
    }),
  })
  .meta({ id: 'Session' });
export type SessionView = z.output<typeof SessionView>;

/** How a session began: by the sign-in provider, or by the single-use link of the terminal. */
export const sessionOrigins = ['provider', 'link'] as const;

/** A browser that is signed in. */
export const OpenSession = z
  .object({
    sessionId: Uuid,
    actor: z.object({ id: z.string(), role: z.enum(roles), name: z.string().nullable() }),
    origin: z.enum(sessionOrigins),
    startedAt: Instant,
    /** When the person last did something; the session ends when that is long ago. */
    seenAt: Instant,
    endsAt: Instant,
    /** The one that asks. */
    own: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.output<typeof OpenSession>;
