import type { SessionView, StaffView, WorklistItem } from '@stepway/contracts';

type Who = Pick<SessionView, 'actor' | 'may'>;

/** Somebody in danger, whom nobody has acknowledged yet. */
export const isRinging = ({ urgent, owner }: WorklistItem): boolean =>
  urgent && (owner === null || owner === undefined || owner.by !== 'claim');

/** Whether this person can take the task on: it is asked of their role, and nobody else took it. */
export function mayClaim({ owner, urgent, mayTake }: WorklistItem, { actor, may }: Who): boolean {
  if (!may.send.includes('ClaimTask') || !mayTake.includes(actor.role)) return false;
  if (owner === null || owner === undefined || owner.by === 'care-team') return true;
  return owner.by === 'assignment' && (urgent || owner.staffId === actor.id);
}

/** Nothing recorded ends it, and it is asked of this person's role. */
export const mayComplete = ({ endedBy, mayTake }: WorklistItem, { actor, may }: Who): boolean =>
  may.send.includes('CompleteTask') && endedBy.length === 0 && mayTake.includes(actor.role);

/** One of the staff in the role in which they would have the task. */
export interface Taker {
  readonly staffId: string;
  readonly name: string;
  readonly role: WorklistItem['mayTake'][number];
}

/** Who may be given all of these tasks; those of whose role they are asked come first. */
export function takersOf(items: readonly WorklistItem[], staff: Iterable<StaffView>): readonly Taker[] {
  const [first] = items;
  if (first === undefined) return [];
  const takers = [...staff].flatMap(({ staffId, name, roles, sites, active }): readonly Taker[] => {
    if (!active || !items.every(({ siteId }) => sites?.includes(siteId) ?? true)) return [];
    const role = first.mayTake.find(
      (one) => roles.some((held) => held === one) && items.every(({ mayTake }) => mayTake.includes(one)),
    );
    return role === undefined ? [] : [{ staffId, name, role }];
  });
  const order = (taker: Taker) => first.mayTake.indexOf(taker.role);
  return takers.toSorted((a, b) => order(a) - order(b) || a.name.localeCompare(b.name));
}
