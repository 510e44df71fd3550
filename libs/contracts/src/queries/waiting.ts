import { waitingPriorities } from '@stepway/pathway';
import { z } from 'zod';
import { Code, Instant } from '../scalars.ts';
import { PersonName } from './board.ts';

/** Applicants stand in the statutory order; the moves of present patients are a queue of their own, by acuity. */
export const waitingQueues = ['applicants', 'moves'] as const;

export const WaitingRow = z
  .object({
    episodeId: z.string(),
    patientId: z.string(),
    version: z.int(),
    siteId: z.string(),
    programme: z.string(),
    queue: z.enum(waitingQueues),
    /** The level that is waited for, and where the person is meanwhile; null before admission. */
    level: z.string(),
    from: z.string().nullable(),
    since: Instant,
    /** Of an applicant. */
    priority: z.enum(waitingPriorities).nullable(),
    /** The last day by law, where there is one. */
    admitBy: Instant.nullable(),
    interimServicesBy: Instant.nullable(),
    interimServicesAt: Instant.nullable(),
    /** Of a move: it stands on a use that must not wait. */
    urgent: z.boolean(),
    transitionId: z.string().nullable(),
    offer: z.object({ slotId: z.string(), startsAt: Instant, keptUntil: Instant }).nullable(),
  })
  .meta({ id: 'WaitingRow' });
export type WaitingRow = z.output<typeof WaitingRow>;

export const WaitingListItem = WaitingRow.extend({ name: PersonName.nullable() }).meta({ id: 'WaitingListItem' });
export type WaitingListItem = z.output<typeof WaitingListItem>;

export const CapacityRow = z
  .object({
    siteId: z.string(),
    programme: z.string(),
    level: z.string(),
    /** Null where as many are seen as come. */
    places: z.int().nullable(),
    /** People at the level, also on leave: their place is kept. */
    occupied: z.int(),
    /** On the way from another level. */
    arriving: z.int(),
    /** Kept for applicants to whom they were offered. */
    offered: z.int(),
    waiting: z.int(),
    /** Places less those occupied, expected or offered; below 0 = more than there is room for. */
    free: z.int().nullable(),
    /** At or above the occupancy of which the State is told, since when at least, and by when (45 CFR 96.126). */
    stateNotice: z.object({ since: Instant, dueAt: Instant }).nullable(),
  })
  .meta({ id: 'CapacityRow' });
export type CapacityRow = z.output<typeof CapacityRow>;

export const Capacity = z.object({ items: z.array(CapacityRow) }).meta({ id: 'Capacity' });
export type Capacity = z.output<typeof Capacity>;

/** How many places a site has at a level from now on. */
export const SetCapacity = z
  .strictObject({ siteId: Code, programme: Code, level: Code, places: z.int().min(0).max(100_000) })
  .meta({ id: 'SetCapacity' });
export type SetCapacity = z.output<typeof SetCapacity>;
