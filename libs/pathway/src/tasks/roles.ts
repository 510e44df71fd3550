import type { Programme } from '../programme/programme.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import type { Task } from './state.ts';

/** Somebody is in danger now: acknowledged within minutes, then by phone tree (pathway §8). */
const urgent: readonly TaskKind[] = ['crisis', 'suicide-risk'];
export const isUrgent = (kind: TaskKind): boolean => urgent.includes(kind);

/** Beside what is urgent, what asks whether a person is alive and safe. */
const neverSnoozed: readonly TaskKind[] = [
  ...urgent,
  'overdose-check',
  'withdrawal-check',
  'safety-call',
  'tolerance-check',
  'moud-same-day',
];
export const mayBeSnoozed = (kind: TaskKind): boolean => !neverSnoozed.includes(kind);

/** Everybody who cares for people here. */
const staff: readonly Role[] = [
  'coordinator',
  'therapist',
  'prescriber',
  'nurse',
  'peer-worker',
  'medical-director',
  'programme-manager',
];

/** The role that is asked and those above it; what is urgent is anyone's who is there. */
export const whoMayTake = (task: Task, programme: Programme): readonly Role[] =>
  isUrgent(task.kind) ? staff : ladderFrom(task.role, programme);

function ladderFrom(role: Role, programme: Programme): readonly Role[] {
  const above = programme.escalation[role];
  return above === undefined ? [role] : [role, ...ladderFrom(above, programme)];
}
