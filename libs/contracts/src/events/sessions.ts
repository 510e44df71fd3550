import { attendances, modalities, participants, sessionTypes, settings, tracks } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const sessionEvents = {
  SessionRecorded: z.object({
    sessionId: z.string(),
    sessionType: z.enum(sessionTypes),
    startedAt: Instant,
    minutes: z.int(),
    attendance: z.enum(attendances),
    modality: z.enum(modalities).optional(),
    track: z.enum(tracks).optional(),
    setting: z.enum(settings).optional(),
    participants: z.enum(participants).optional(),
    groupId: z.string().optional(),
    ...reason,
  }),
};
