import { currentAssessment } from '../assessments/current.ts';
import type { Context } from '../decision.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Active } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import { goalReached } from './goal-reached.ts';
import { isOpen, levelIndicated } from './guards/assessed.ts';
import { levelOf } from './level-of.ts';
import { stepDownTargetOf } from './targets.ts';

/** Why less support is considered, and where the person would go. */
export interface StepDownReason {
  readonly why: 'goals' | 'assessment';
  /** The goal or the assessment that gave the reason. */
  readonly eventId: string;
  readonly to: Level;
}

/**
 * All goals of the present level are achieved, or withdrawn with at least one achieved; or a current assessment
 * indicates a lower level (pathway §7). Where an assessment says so, its level is where the person goes: any level may
 * be indicated, not only the next one.
 */
export function stepDownReason(
  journey: Active,
  at: Instant,
  { programme, calendar }: Pick<Context, 'programme' | 'calendar'>,
): StepDownReason | undefined {
  const level = levelOf(programme, journey.stay.level);
  const assessment = currentAssessment(journey, at, programme);
  const indicated = assessment && !isOpen(assessment) ? levelIndicated(assessment, programme) : undefined;
  const lower = indicated && indicated.rank < level.rank && isOnTheWay(indicated, programme) ? indicated : undefined;
  const goal = goalReached(journey);
  if (goal !== undefined) {
    const next = stepDownTargetOf(level, ageGroupAt(journey, at, calendar));
    const to = lower ?? (next === undefined ? undefined : levelOf(programme, next));
    return to && { why: 'goals', eventId: goal.eventId, to };
  }
  return assessment && lower && { why: 'assessment', eventId: assessment.eventId, to: lower };
}

/** Rules lead along the ladder; levels beside it are entered by their own criteria (pathway §1). */
const isOnTheWay = ({ id }: Level, { ladder }: Programme): boolean => ladder.includes(id);
