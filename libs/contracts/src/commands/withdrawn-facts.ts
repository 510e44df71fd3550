import { withdrawalReasons } from '@stepway/pathway';
import { z } from 'zod';
import { Uuid } from '../scalars.ts';
import { command } from './command.ts';

export const withdrawnFactBodies = {
  WithdrawFact: command({ eventId: Uuid, reasonCode: z.enum(withdrawalReasons) }),
};
