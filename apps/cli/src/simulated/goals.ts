import {
  plusDays,
  plusHours,
  type CareEvent,
  type CareEventOf,
  type GoalDomain,
  type Programme,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

const goalTexts: Partial<Record<GoalDomain, string>> = {
  abstinence: 'Four weeks of negative screens',
  'coping-and-triggers': 'Names three early signs and a plan for each',
  'support-network': 'Two people to call, both called',
  'relapse-prevention': 'Written plan reviewed with the therapist',
  health: 'Primary care visit kept',
  housing: 'A place to live confirmed',
};

/** The first goals that the level names, agreed on the day after somebody came. */
export function setsGoals(programme: Programme, level: string, event: CareEvent): Plan[] {
  const template = programme.levels[level]?.goalTemplate ?? [];
  const goals = template.slice(0, 3).map((domain) => ({
    goalId: `${level}-${event.version}-${domain}`,
    domain,
    text: goalTexts[domain] ?? `Agreed step in ${domain.replaceAll('-', ' ')}`,
  }));
  if (goals.length === 0) return [];
  return [
    {
      at: plusHours(event.recordedAt, 22),
      key: `goals.${level}.${event.version}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'SetGoals', fields: { goals } },
    },
  ];
}

/** Three of four are reached, between the least stay and a little after its review. */
export function completesGoals(person: string, programme: Programme, event: CareEventOf<'GoalsSet'>): Plan[] {
  const stay = programme.levels[event.data.level]?.stayDays;
  if (stay === undefined) return [];
  return event.data.goals.flatMap(({ goalId }) => {
    const draw = chance('goal', person, goalId);
    if (!draw.happens(75)) return [];
    const days = draw.int(Math.max(1, stay.minimum), Math.max(2, Math.round(stay.review * 1.2)));
    return [
      {
        at: plusHours(plusDays(event.recordedAt, days), draw.int(-6, 6)),
        key: `goal.${goalId}`,
        actor: simulatedActor('therapist'),
        wish: { type: 'CompleteGoal', fields: { goalId } },
      } satisfies Plan,
    ];
  });
}
