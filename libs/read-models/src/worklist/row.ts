import type { RankPart, WorklistRow } from '@stepway/contracts';
import {
  actByOf,
  endedBy,
  goesUp,
  isUrgent,
  mayBeSnoozed,
  plusHours,
  pointsOf,
  rankParts,
  whoMayTake,
  type OpenedJourney,
  type Task,
} from '@stepway/pathway';
import { taskView } from '../journey/task-view.ts';
import type { RulesContext } from '../row-context.ts';
import { openTransition, underSuspension } from '../transition-view.ts';

export const openTasksOf = ({ tasks }: OpenedJourney): readonly Task[] => tasks.filter(({ state }) => state === 'open');

/** A task without what the clock adds to its rank: that is laid over it when it is read. */
export function worklistRow(journey: OpenedJourney, task: Task, { programme, calendar }: RulesContext): WorklistRow {
  const parts = rankParts(journey, task, { programme, calendar }).map(partView);
  const urgent = isUrgent(task.kind);
  const transition = openTransition(journey);
  const move = transition && underSuspension(transition);
  return {
    ...taskView(journey, task),
    episodeId: journey.episodeId,
    patientId: journey.patientId,
    siteId: journey.siteId,
    programme: journey.programme,
    status: journey.status,
    level: journey.status === 'active' ? journey.stay.level : null,
    actBy: actByOf(task),
    points: pointsOf(parts),
    parts,
    urgent,
    crisis: journey.crises.find(({ crisisId }) => task.kind === 'crisis' && crisisId === task.subject)?.kind ?? null,
    askedBefore: (task.askedBefore ?? []).map(({ role, until }) => ({ role, until })),
    goesUp: goesUp(task, programme) ?? null,
    phoneTree: urgent ? [...programme.crisis.phoneTree] : [],
    mayTake: [...whoMayTake(task, programme)],
    snoozeUntil: mayBeSnoozed(task.kind) ? plusHours(task.dueAt, programme.tasks.snoozeMaximumHours) : null,
    endedBy: [...endedBy(task.kind)],
    atDeadline: task.kind === 'decide-proposal' && move?.state === 'proposed' ? move.atDeadline : null,
    handOffDueAt: move?.state === 'started' ? move.handOffDueAt : null,
    openTasks: openTasksOf(journey).length,
  };
}

function partView(part: ReturnType<typeof rankParts>[number]): RankPart {
  return 'drugClasses' in part ? { ...part, drugClasses: [...part.drugClasses] } : part;
}
