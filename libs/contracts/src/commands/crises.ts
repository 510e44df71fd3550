import { crisisActions, crisisKinds } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, CrisisId } from '../scalars.ts';
import { command } from './command.ts';

const action = z.enum(crisisActions);

export const crisisBodies = {
  RaiseCrisis: command({
    crisisId: CallerId,
    kind: z.enum(crisisKinds),
    actions: z.array(action).max(20).readonly().default([]),
  }),
  ResolveCrisis: command({ crisisId: CrisisId, actions: z.array(action).min(1).max(20).readonly() }),
};

export const crisisFreeText = {};
