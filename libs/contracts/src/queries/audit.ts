import { z } from 'zod';
import { FreeText, Instant } from '../scalars.ts';
import { PersonName } from './board.ts';
import { listOf } from './lists.ts';

/** What is written down of who did what with people's data. */
export const trailActions = [
  'read',
  'list',
  'search',
  'open-text',
  'create',
  'command',
  'try',
  'write',
  'read-trail',
  'break-the-glass',
  'end-emergency',
  'review-emergency',
  'sign-in',
  'sign-out',
  'end-session',
] as const;
export const trailOutcomes = ['granted', 'denied'] as const;

const Staff = z.object({
  id: z.string(),
  role: z.string(),
  /** As the directory has it; null for who is not in it. */
  name: z.string().nullable(),
});

/** Somebody whose data it was about. */
const TrailPerson = z.object({
  patientId: z.string(),
  /** The journey, where it was about one. */
  episodeId: z.string().nullable(),
  name: PersonName.nullable(),
});

/** One look at somebody's data, or the denial of one. */
export const TrailEntry = z
  .object({
    entryId: z.string(),
    at: Instant,
    actor: Staff.extend({ kind: z.string() }),
    /** One of `trailActions`, or one of an earlier version. */
    action: z.string(),
    /** The route or the command, without ids. */
    place: z.string(),
    outcome: z.enum(trailOutcomes),
    subjectKind: z.enum(['patient', 'episode', 'site', 'system']),
    /** How many it was about. */
    subjects: z.number().int(),
    /** The first of the people it was about, those asked for before others. */
    people: z.array(TrailPerson),
    /** The emergency access without which it would have been denied. */
    emergencyId: z.string().nullable(),
    requestId: z.string(),
    /** Whether the last `verify` found it as it was written; null if it came later. */
    intact: z.boolean().nullable(),
  })
  .meta({ id: 'TrailEntry' });
export type TrailEntry = z.output<typeof TrailEntry>;

export const Trail = listOf(TrailEntry)
  .extend({
    /** The last `verify` of the whole trail; null if there was none. */
    verified: z
      .object({
        at: Instant,
        records: z.number().int(),
        chains: z.number().int(),
        /** How many chains are not as they were written. */
        broken: z.number().int(),
      })
      .nullable(),
  })
  .meta({ id: 'Trail' });
export type Trail = z.output<typeof Trail>;

export const emergencyKinds = ['overdose', 'suicidality', 'severe-withdrawal', 'medical', 'other'] as const;

/** Opens one journey outside of the caller's sites and programmes, in an emergency, for a time. */
export const BreakTheGlass = z
  .strictObject({ kind: z.enum(emergencyKinds), reason: FreeText })
  .meta({ id: 'BreakTheGlass' });
export type BreakTheGlass = z.output<typeof BreakTheGlass>;

/** An emergency access that is open to the caller. */
export const OpenEmergency = z
  .object({
    emergencyId: z.string(),
    episodeId: z.string(),
    kind: z.enum(emergencyKinds),
    at: Instant,
    /** It ends then by itself, and before with the session. */
    until: Instant,
  })
  .meta({ id: 'OpenEmergency' });
export type OpenEmergency = z.output<typeof OpenEmergency>;

export const emergencyFindings = ['justified', 'not-justified'] as const;

export const ReviewEmergency = z
  .strictObject({ finding: z.enum(emergencyFindings), note: FreeText.optional() })
  .meta({ id: 'ReviewEmergency' });
export type ReviewEmergency = z.output<typeof ReviewEmergency>;

export const emergencyStates = ['open', 'decided'] as const;

/** An emergency access as who reviews it sees it. */
export const EmergencyView = OpenEmergency.extend({
  patientId: z.string(),
  name: PersonName.nullable(),
  actor: Staff,
  /** Null where the person's data were erased. */
  reason: z.string().nullable(),
  /** Ended by an act, before its time. */
  endedAt: Instant.nullable(),
  review: z
    .object({
      at: Instant,
      by: Staff.omit({ role: true }),
      finding: z.enum(emergencyFindings),
      note: z.string().nullable(),
    })
    .nullable(),
}).meta({ id: 'Emergency' });
export type EmergencyView = z.output<typeof EmergencyView>;
