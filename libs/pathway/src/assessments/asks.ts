import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import { taskOf } from '../tasks/open.ts';
import { fromMs, laterOf, toMs } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { levelOf, levelThen } from '../transitions/level-of.ts';
import { lastAssessment, rankIndicated } from './as-made.ts';
import { indicatesUntil } from './current.ts';
import type { Assessment } from './state.ts';
import type { Dimension } from './vocabulary.ts';

/** What the assessments, or their absence, ask of people while somebody is in care. */
export function assessmentAsks(journey: OpenedJourney, { programme }: Pick<Context, 'programme'>): readonly Ask[] {
  if (journey.status !== 'active') return [];
  const last = lastAssessment(journey);
  if (last === undefined) return [firstAssessment(journey, programme)];
  return [...evaluations(last, programme), ...moreSupport(journey, last, programme)];
}

/** The one first assessment of an episode; its subject stays the same whatever level comes next. */
export const firstAssessmentOf = 'admission';

/**
 * Nobody is treated without an assessment (article 004): where one was admitted without, it is made within a day, in
 * detox during the same shift.
 */
function firstAssessment(journey: Active, programme: Programme): Ask {
  const admission = journey.stays[0] ?? journey.stay;
  const level = levelThen(journey, admission.level, programme);
  // Where the one that answered it was withdrawn, it is asked for anew.
  const answeredAt = taskOf(journey, 'initial-assessment', firstAssessmentOf)?.endedAt;
  return {
    kind: 'initial-assessment',
    role: level.kind === 'withdrawal-management' ? 'nurse' : 'therapist',
    subject: firstAssessmentOf,
    withinHours: level.entry.assessmentHours,
    since: answeredAt === undefined ? admission.since : fromMs(toMs(answeredAt) + 1),
  };
}

/** Who can rate what could not be rated. */
const evaluators: Readonly<Partial<Record<Dimension, Role>>> = { 1: 'nurse', 2: 'nurse', 3: 'prescriber' };

export const evaluationOf = ({ assessmentId }: Assessment, dimension: Dimension): string =>
  `${assessmentId}.dimension-${dimension}`;

/** A dimension that could not be rated says nothing about safety until it is; withdrawal the same day. */
const evaluations = (assessment: Assessment, { deadlines }: Programme): readonly Ask[] =>
  (assessment.indicates?.toEvaluate ?? []).map((dimension) => ({
    kind: 'dimension-evaluation',
    role: evaluators[dimension] ?? 'therapist',
    subject: evaluationOf(assessment, dimension),
    withinHours: dimension === 1 ? deadlines.sameDayHours : deadlines.reviewHours,
    since: assessment.recordedAt,
    causedBy: assessment.eventId,
  }));

/**
 * More support than the person has is indicated, and nobody said why they have less: somebody decides. No rule moves by
 * an assessment alone.
 */
function moreSupport(journey: Active, assessment: Assessment, programme: Programme): readonly Ask[] {
  if (!asksForMore(journey, assessment, programme)) return [];
  return [
    {
      kind: 'act-on-assessment',
      role: 'therapist',
      subject: assessment.assessmentId,
      withinHours: programme.deadlines.reviewHours,
      since: laterOf(assessment.recordedAt, journey.stay.since),
      causedBy: assessment.eventId,
    },
  ];
}

/** As made at the present level, or just before admission to it; an answer to it is a move, or a reason. */
export function asksForMore(journey: Active, assessment: Assessment, programme: Programme): boolean {
  const { stay, stays, transition } = journey;
  const forThisStay =
    assessment.assessedAt >= stay.since ||
    ((stays.length === 1 || stay.reentry === true) && indicatesUntil(assessment, programme) > stay.since);
  if (!forThisStay || assessment.discrepancyReason !== undefined) return false;
  if (transition?.kind === 'step-up') return false;
  return rankIndicated(assessment, programme) > levelOf(programme, stay.level).rank;
}
