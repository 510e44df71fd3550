import type { InstrumentCode } from '../instruments/instrument.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { plusHours } from '../time.ts';
import { levelOf } from '../transitions/level-of.ts';
import { lastAssessment, rankIndicated } from './as-made.ts';
import { asksForMore, evaluationOf } from './asks.ts';

/** How a task about assessments ends; nothing while it stands. */
export function assessmentTaskSettled(journey: OpenedJourney, task: Task, programme: Programme): TaskEnd | undefined {
  if (journey.status !== 'active') return 'cancelled';
  switch (task.kind) {
    case 'initial-assessment':
      return lastAssessment(journey) === undefined ? undefined : 'completed';
    case 'dimension-evaluation':
      return evaluationEnd(journey, task);
    case 'act-on-assessment':
      return actionEnd(journey, task, programme);
    default:
      return undefined;
  }
}

/** An assessment made on the same day as it was asked for, or later, and recorded since. */
export function reassessed(journey: OpenedJourney, { openedAt }: Task, { deadlines }: Programme): TaskEnd | undefined {
  if (journey.status === 'discharged') return 'cancelled';
  const answers = journey.assessments.some(
    ({ recordedAt, assessedAt }) => recordedAt >= openedAt && plusHours(assessedAt, deadlines.sameDayHours) >= openedAt,
  );
  return answers ? 'completed' : undefined;
}

/** A later assessment that could rate the dimension answers it. */
function evaluationEnd(journey: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  const asking = journey.assessments.find((assessment) =>
    assessment.indicates?.toEvaluate?.some((dimension) => evaluationOf(assessment, dimension) === subject),
  );
  if (asking === undefined) return 'cancelled';
  return lastAssessment(journey) === asking ? undefined : 'completed';
}

function actionEnd(journey: Active, { subject }: Task, programme: Programme): TaskEnd | undefined {
  const last = lastAssessment(journey);
  if (last?.assessmentId === subject && asksForMore(journey, last, programme)) return undefined;
  const asking = journey.assessments.find(({ assessmentId }) => assessmentId === subject);
  if (asking === undefined) return 'cancelled';
  const moves = journey.transition?.kind === 'step-up';
  return moves || levelOf(programme, journey.stay.level).rank >= rankIndicated(asking, programme)
    ? 'completed'
    : 'cancelled';
}

const withdrawalScales: readonly InstrumentCode[] = ['ciwa-ar', 'cows'];

/** A scale of withdrawal, or an assessment that rates it, made since and recorded; it outlasts level and episode. */
export function withdrawalLookedAt(
  { instruments, assessments }: OpenedJourney,
  { openedAt }: Task,
): 'completed' | undefined {
  const scored = instruments.some(({ instrument, at }) => withdrawalScales.includes(instrument) && at >= openedAt);
  const rated = assessments.some(
    ({ assessedAt, dimensions }) =>
      assessedAt >= openedAt &&
      dimensions.some(({ dimension, minimumLevel }) => dimension === 1 && minimumLevel !== 'EVAL'),
  );
  return scored || rated ? 'completed' : undefined;
}
