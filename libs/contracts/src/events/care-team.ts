import { roles } from '@stepway/pathway';
import { z } from 'zod';
import { reason } from './event.ts';

const member = z.object({ staffId: z.string(), role: z.enum(roles) });

export const careTeamEvents = {
  CareTeamAssigned: z.object({ members: z.array(member).readonly(), ...reason }),
};
