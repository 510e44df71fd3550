import { instrumentCodes } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const instrumentBodies = {
  RecordInstrument: command({
    instrumentId: CallerId,
    instrument: z.enum(instrumentCodes),
    at: Instant,
    answers: z.record(Code, z.int().min(0).max(30)),
  }),
};

export const instrumentFreeText = {};
