import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';
import { toldAgain } from '../told-again.ts';
import { sameContent } from '../same-content.ts';
import type { StaffMember } from '../vocabulary.ts';

/**
 * Who cares for the person, by opaque ids: their tasks are asked of the one who has the role. The same people again,
 * in whatever order: no news. Rejects: EpisodeNotOpened.
 */
export function assignCareTeam(journey: Journey, command: CommandOf<'AssignCareTeam'>): Decision {
  const { members, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (sameContent(inOrder(journey.careTeam), inOrder(members))) return nothingNew;
  if (toldAgain(journey, command, 'CareTeamAssigned', { members })) return nothingNew;

  return accept({ type: 'CareTeamAssigned', occurredAt, data: { members, ...(reason && { reason }) } });
}

const inOrder = (members: readonly StaffMember[]): readonly StaffMember[] =>
  members.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

const key = ({ staffId, role }: StaffMember): string => `${role} ${staffId}`;
