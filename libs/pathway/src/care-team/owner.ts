import { isUrgent } from '../tasks/roles.ts';
import type { Task } from '../tasks/state.ts';
import type { StaffMember } from '../vocabulary.ts';
import type { CareTeamState } from './state.ts';

export type TaskOwner = StaffMember & { readonly by: 'claim' | 'assignment' | 'care-team' };

/**
 * Who has a task: whoever took it on or was given it, else the one of the care team with its role. What is urgent is
 * nobody's until it is acknowledged, and where two have the role nobody knows which.
 */
export function ownerOf({ careTeam }: CareTeamState, task: Task): TaskOwner | undefined {
  if (task.owner) {
    const { staffId, role, by } = task.owner;
    return { staffId, role, by };
  }
  const [member, another] = careTeam.filter(({ role }) => role === task.role);
  if (member === undefined || another !== undefined || isUrgent(task.kind)) return undefined;
  return { ...member, by: 'care-team' };
}
