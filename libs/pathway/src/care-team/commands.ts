import type { StaffMember } from '../vocabulary.ts';

export interface CareTeamCommands {
  /** The whole team, in place of the one before. */
  AssignCareTeam: { readonly members: readonly StaffMember[] };
}

export const careTeamCommandTypes = ['AssignCareTeam'] as const satisfies readonly (keyof CareTeamCommands)[];
