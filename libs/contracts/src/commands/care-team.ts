import { z } from 'zod';
import { command } from './command.ts';
import { StaffMember } from './tasks.ts';

export const careTeamBodies = {
  AssignCareTeam: command({
    members: z
      .array(StaffMember)
      .max(50)
      .superRefine((members, check) => {
        members.forEach(({ staffId, role }, index) => {
          if (members.findIndex((other) => other.staffId === staffId && other.role === role) !== index)
            check.addIssue({ code: 'custom', path: [index], message: 'is named twice' });
        });
      })
      .readonly(),
  }),
};

export const careTeamFreeText = {};
