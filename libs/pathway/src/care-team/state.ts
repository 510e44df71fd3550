import type { StaffMember } from '../vocabulary.ts';

export interface CareTeamState {
  readonly careTeam: readonly StaffMember[];
}

export const noCareTeam: CareTeamState = { careTeam: [] };
