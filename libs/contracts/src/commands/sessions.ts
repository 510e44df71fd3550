import { attendances, modalities, participants, sessionTypes, settings, tracks } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const sessionBodies = {
  RecordSession: command({
    sessionId: CallerId,
    type: z.enum(sessionTypes),
    startedAt: Instant,
    minutes: z
      .int()
      .min(0)
      .max(24 * 60),
    attendance: z.enum(attendances),
    modality: z.enum(modalities).optional(),
    track: z.enum(tracks).optional(),
    setting: z.enum(settings).optional(),
    participants: z.enum(participants).optional(),
    groupId: Code.optional(),
  }).transform(({ type: sessionType, ...fields }) => ({ ...fields, sessionType })),
};

export const sessionFreeText = {};
