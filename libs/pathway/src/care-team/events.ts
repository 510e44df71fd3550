import type { Sealed } from '../sealed.ts';
import type { CareTeamCommands } from './commands.ts';

export interface CareTeamEvents {
  CareTeamAssigned: CareTeamCommands['AssignCareTeam'] & { readonly reason?: Sealed };
}

export const careTeamEventTypes = ['CareTeamAssigned'] as const satisfies readonly (keyof CareTeamEvents)[];
