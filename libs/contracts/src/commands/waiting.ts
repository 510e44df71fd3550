import { interimServices } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const waitingBodies = {
  RecordInterimService: command({
    interimServiceId: CallerId,
    services: z.array(z.enum(interimServices)).min(1).readonly(),
    at: Instant,
  }),
};
