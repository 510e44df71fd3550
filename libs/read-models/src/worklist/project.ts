import type { WorklistRow } from '@stepway/contracts';
import type { Journey, OpenedJourney, Task } from '@stepway/pathway';
import { countedLevel } from '../board/project.ts';
import type { Change } from '../change.ts';
import type { RowContext } from '../row-context.ts';
import { codes } from '../table.ts';
import { openTasksOf, worklistRow } from './row.ts';
import type { WorklistTableRow } from './table.ts';

/**
 * What is asked of people, and how pressing is it? A row for each open task whose rank or state these events changed,
 * and for each that they ended: a row that is not open stays, so that a moment of the past finds it.
 */
export function projectWorklist({ before, after }: Change, context: RowContext): readonly WorklistTableRow[] {
  const known = knownRows(before, after, context);
  const open = openTasksOf(after)
    .map((task) => openRow(after, task, context))
    .filter((row) => !known.has(textOf(row)));
  const knownTasks = new Set(before.status === 'not-opened' ? [] : before.tasks);
  const ended = after.tasks
    .filter((task) => task.state !== 'open' && !knownTasks.has(task))
    .map((task) => endedRow(after, task));
  return [...open, ...ended];
}

/** Of another programme version nothing is known to be as it was. */
function knownRows(before: Journey, after: OpenedJourney, context: RowContext): ReadonlySet<string> {
  if (before.status === 'not-opened' || before.programme.version !== after.programme.version) return new Set();
  return new Set(openTasksOf(before).map((task) => textOf(openRow(before, task, context))));
}

const textOf = (row: WorklistTableRow): string => JSON.stringify(row);

function openRow(journey: OpenedJourney, task: Task, context: RowContext): WorklistTableRow {
  const row: WorklistRow = worklistRow(journey, task, context);
  return {
    ...idsOf(journey, task),
    programme: journey.programme.id,
    level: countedLevel(journey),
    role: task.role,
    urgent: row.urgent,
    is_open: true,
    owner: row.owner?.staffId ?? null,
    care_team: codes(journey.careTeam.map(({ staffId }) => staffId)),
    rank: -row.points,
    act_by: row.actBy,
    snoozed_until: task.snoozedUntil ?? null,
    ended_at: null,
    row: JSON.stringify(row),
  };
}

/** Of the task alone: what became of the journey since must not change it. */
function endedRow(journey: OpenedJourney, task: Task): WorklistTableRow {
  return {
    ...idsOf(journey, task),
    programme: '',
    level: '',
    role: task.role,
    urgent: false,
    is_open: false,
    owner: null,
    care_team: '{}',
    rank: 0,
    act_by: task.dueAt,
    snoozed_until: null,
    ended_at: task.endedAt ?? task.openedAt,
    row: '{}',
  };
}

const idsOf = ({ episodeId, patientId, siteId }: OpenedJourney, { taskId, kind }: Task) => ({
  episode_id: episodeId,
  task_id: taskId,
  patient_id: patientId,
  site_id: siteId,
  kind,
});
