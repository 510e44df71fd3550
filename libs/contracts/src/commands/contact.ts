import { outreachChannels } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const contactBodies = {
  RecordOutreach: command({
    outreachId: CallerId,
    at: Instant,
    channel: z.enum(outreachChannels),
    reached: z.boolean(),
  }),
};

export const contactFreeText = {};
