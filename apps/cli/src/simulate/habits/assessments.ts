import { laterOf, plusDays, plusHours, stepDownTargetOf, type Level } from '@stepway/pathway';
import { findsEnough } from '../../simulated/assess.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';
import { allReached, isOver } from './conversations.ts';

/**
 * Everybody is assessed at admission, as often as the level asks, and when all goals are reached: needs what the present
 * level gives, until its goals are reached or its expected stay is over; then what comes after it.
 */
export function assessed(day: Day): readonly Plan[] {
  const { person, level, dayOfStay, date, programme } = day;
  const { ageGroup } = person;
  const asked = dayOfStay % Math.max(1, level.reassessEveryDays) === 0;
  if (!asked && !(allReached(day) && isNotAssessedSince(day))) return [];
  const next = programme.levels[stepDownTargetOf(level, ageGroup) ?? ''];
  const over = dayOfStay > 0 && (allReached(day) || isOver(day));
  const enough: Level = over && next ? next : level;
  const at = day.number === 0 ? plusHours(person.admittedAt, 3) : day.at(9.5);
  const made = { assessmentId: `${person.key}.assessment.${date}`, assessedAt: at };
  return [
    {
      at,
      key: `assessment.${date}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'RecordAssessment', fields: findsEnough(enough, ageGroup, programme, made) },
    },
  ];
}

/** Since the last goal was reached, and for as long as an assessment says what is indicated. */
function isNotAssessedSince({ journey, programme, at }: Day): boolean {
  const reached = journey.goals.map(({ completedAt }) => completedAt ?? '').reduce(laterOf, '');
  const since = laterOf(reached, plusDays(at(0), -programme.assessments.indicatesForDays));
  return !journey.assessments.some(({ assessedAt }) => assessedAt > since);
}
