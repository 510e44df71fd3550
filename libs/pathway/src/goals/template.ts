import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { GoalDomain } from '../vocabulary.ts';

/**
 * Domains that the template of the present level names and that no goal there covers, open or achieved: what the plan
 * still has to speak about (checklist rows 43 to 46). A withdrawn goal covers nothing. None before admission.
 */
export function goalDomainsWithoutGoal(journey: OpenedJourney, programme: Programme): readonly GoalDomain[] {
  if (journey.status !== 'active') return [];
  const { level } = journey.stay;
  const covered = journey.goals
    .filter((goal) => goal.level === level && goal.state !== 'withdrawn')
    .map(({ domain }) => domain);
  return programme.levels[level]?.goalTemplate.filter((domain) => !covered.includes(domain)) ?? [];
}
