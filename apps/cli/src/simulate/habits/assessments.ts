import { plusHours, type Level } from '@stepway/pathway';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';
import { allReached } from './conversations.ts';

const dimensions = [1, 2, 3, 4, 5, 6] as const;
/** Substance-use-related risks, 4th edition. */
const askedBy = 4;

/**
 * Adults are assessed at admission and as often as the level asks (4th edition; adolescents' is not out yet): needs what
 * the present level gives, until its goals are reached or its expected stay is over; then what comes after it.
 */
export function assessed(day: Day): readonly Plan[] {
  const { person, level, dayOfStay, date, programme } = day;
  if (person.ageGroup !== 'adult' || dayOfStay % Math.max(1, level.reassessEveryDays) !== 0) return [];
  const next = level.stepDownTo === undefined ? undefined : programme.levels[level.stepDownTo];
  const over = dayOfStay > 0 && (allReached(day) || dayOfStay >= (level.stayDays.expected?.maximum ?? Infinity));
  const needed = codeOf(over && next ? next : level);
  if (needed === undefined) return [];
  const at = day.number === 0 ? plusHours(person.admittedAt, 3) : day.at(9.5);
  return [
    {
      at,
      key: `assessment.${date}`,
      actor: simulatedActor('therapist'),
      wish: {
        type: 'RecordAssessment',
        fields: {
          assessmentId: `${person.key}.assessment.${date}`,
          assessedAt: at,
          edition: 4,
          dimensions: dimensions.map((dimension) => ({
            dimension,
            ...(dimension < 6 && { minimumLevel: dimension === askedBy ? needed : '0' }),
            evidence: 'Simulated.',
          })),
          decidedBy: ['person', 'therapist'],
        },
      },
    },
  ];
}

const codeOf = ({ asam }: Level): string | undefined => asam.find(({ edition }) => edition === 4)?.code;
