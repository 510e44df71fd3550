import type { JourneyView } from '@stepway/contracts';
import { ownerOf, type OpenedJourney, type Task } from '@stepway/pathway';

/** A task as its journey's page shows it, with whoever has it. */
export function taskView(journey: OpenedJourney, task: Task): JourneyView['tasks'][number] {
  const { taskId, kind, role, subject, openedAt, dueAt, escalatedAt, snoozedUntil } = task;
  return {
    taskId,
    kind,
    role,
    subject,
    openedAt,
    dueAt,
    escalatedAt: escalatedAt ?? null,
    owner: ownerOf(journey, task) ?? null,
    snoozedUntil: snoozedUntil ?? null,
  };
}
