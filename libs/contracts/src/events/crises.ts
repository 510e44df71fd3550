import { crisisActions, crisisKinds } from '@stepway/pathway';
import { z } from 'zod';
import { reason } from './event.ts';

const actions = z.array(z.enum(crisisActions)).readonly();

export const crisisEvents = {
  CrisisRaised: z.object({
    crisisId: z.string(),
    kind: z.enum(crisisKinds),
    actions,
    encounterId: z.string().optional(),
    ...reason,
  }),
  CrisisResolved: z.object({ crisisId: z.string(), actions, ...reason }),
};
