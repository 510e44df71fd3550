import type { BoardRow } from '@stepway/contracts';
import { activeHold, earlierOf, laterOf, openLeave, type OpenedJourney, type Task } from '@stepway/pathway';
import type { Change } from '../change.ts';
import type { RowContext } from '../row-context.ts';
import { codes } from '../table.ts';
import { leaveView } from '../leave-view.ts';
import { terminationView } from '../termination-view.ts';
import { openTransition, transitionView, underSuspension } from '../transition-view.ts';
import { aboutMove } from './about-move.ts';
import { flagsOf } from './flags.ts';
import { lastScreen } from './last-screen.ts';
import type { BoardTableRow } from './table.ts';

/** What the row lacks is laid over it when it is read: the weeks, which go on by themselves. */
export type StoredBoardRow = Omit<BoardRow, 'weeks'>;

/** Who is where, and what asks for a person's act? */
export function projectBoard({ after: journey }: Change, context: RowContext): readonly BoardTableRow[] {
  const row = boardRow(journey, context);
  return [
    {
      episode_id: journey.episodeId,
      version: journey.version,
      patient_id: journey.patientId,
      site_id: journey.siteId,
      programme: journey.programme.id,
      level: countedLevel(journey),
      status: journey.status,
      opened_at: journey.openedAt,
      level_since: row.levelSince ?? journey.openedAt,
      transition_kind: row.transition?.kind ?? null,
      transition_state: row.transition?.state ?? null,
      hand_off_due_at: row.transition?.handOffDueAt ?? null,
      task_due_at: row.nextTask?.dueAt ?? null,
      act_by: row.actBy ?? 'infinity',
      flags: codes(row.flags),
      on_leave: row.leave !== null,
      row: JSON.stringify(row),
    },
  ];
}

/** The row itself; also for a journey folded only as far as some moment of the past. */
export function boardRow(journey: OpenedJourney, context: RowContext): StoredBoardRow {
  const transition = openTransition(journey);
  return {
    episodeId: journey.episodeId,
    patientId: journey.patientId,
    version: journey.version,
    status: journey.status,
    programme: journey.programme,
    siteId: journey.siteId,
    level: journey.status === 'active' ? journey.stay.level : null,
    levelSince: journey.status === 'active' ? journey.stay.since : null,
    openedAt: journey.openedAt,
    transition:
      transition === undefined ? null : { ...transitionView(transition), ...aboutMove(journey, transition, context) },
    holdUntil: holdUntil(journey),
    hold: holdOf(journey),
    termination: terminationView(journey),
    flags: flagsOf(journey),
    actBy: actBy(journey),
    nextDue: context.nextDue,
    openTasks: openTasks(journey).length,
    nextTask: nextTask(journey),
    careTeam: [...journey.careTeam],
    leave: leaveOf(journey),
    ending: endingOf(journey),
    lastScreen: lastScreen(journey),
  };
}

/** Where the census counts a person: applicants where they asked to enter, the discharged where they were last. */
export function countedLevel(journey: OpenedJourney): string {
  switch (journey.status) {
    case 'referred':
      return journey.entryLevel;
    case 'active':
      return journey.stay.level;
    case 'discharged':
      return journey.lastLevel ?? journey.entryLevel;
  }
}

function actBy(journey: OpenedJourney): string | null {
  const transition = openTransition(journey);
  const move = transition && underSuspension(transition);
  const deadlines = [
    nextTask(journey)?.dueAt,
    move === undefined ? undefined : move.state === 'proposed' ? move.deadlineAt : move.handOffDueAt,
  ].filter((at) => at !== undefined);
  return deadlines.length === 0 ? null : deadlines.reduce(earlierOf);
}

const openTasks = (journey: OpenedJourney): readonly Task[] => journey.tasks.filter(({ state }) => state === 'open');

/** The one due first; of several due at the same moment the one opened first. One put off is due when that ends. */
function nextTask(journey: OpenedJourney): Pick<Task, 'kind' | 'dueAt' | 'taskId' | 'subject'> | null {
  const [first] = openTasks(journey)
    .map(({ snoozedUntil, ...task }) => ({ ...task, dueAt: laterOf(task.dueAt, snoozedUntil ?? task.dueAt) }))
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  if (first === undefined) return null;
  const { kind, dueAt, taskId, subject } = first;
  return { kind, dueAt, taskId, subject };
}

function leaveOf(journey: OpenedJourney): NonNullable<BoardRow['leave']> | null {
  const leave = journey.status === 'active' ? openLeave(journey) : undefined;
  return leave === undefined ? null : leaveView(leave);
}

function endingOf(journey: OpenedJourney): NonNullable<BoardRow['ending']> | null {
  if (journey.status !== 'discharged') return null;
  const { dischargedAt, reasonCode, lastLevel, discharges } = journey;
  // A death ends an episode without a discharge.
  const patientDirected = discharges.at(-1)?.at === dischargedAt && discharges.at(-1)?.patientDirected === true;
  return { at: dischargedAt, reason: reasonCode, level: lastLevel ?? null, patientDirected };
}

const holdUntil = (journey: OpenedJourney): string | null =>
  journey.holds
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ until }) => until)
    .sort()
    .at(-1) ?? null;

function holdOf(journey: OpenedJourney): NonNullable<BoardRow['hold']> | null {
  const hold = activeHold(journey);
  if (hold === undefined) return null;
  const { holdId, placedAt, placedBy, until } = hold;
  return { holdId, placedAt, placedBy, until };
}
