import { plusHours, type CareEventOf, type Programme } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

/**
 * A step down that waits for nothing but the next dose of a medication for opioid use disorder: until that can be
 * recorded, the prescriber arranges it and moves the person.
 */
export function arrangeNextDose(
  person: string,
  level: string | undefined,
  programme: Programme,
  { data, recordedAt }: CareEventOf<'TransitionConsidered'>,
): Plan[] {
  const to = level === undefined ? undefined : programme.levels[level]?.stepDownTo;
  if (data.about !== 'step-down' || data.transitionId !== undefined || to === undefined) return [];
  const notMet = data.rules.filter(({ held }) => held === false);
  if (notMet.length !== 1 || notMet[0]?.rule !== 'medication-continuity') return [];
  return [
    {
      at: plusHours(recordedAt, chance('next-dose', person, data.decisionId).int(2, 7)),
      key: `next-dose.${data.decisionId}`,
      actor: simulatedActor('prescriber'),
      wish: {
        type: 'ChangeLevelOfCare',
        fields: { to, reasonCode: 'clinical-judgement' },
        reason: 'Goals are reached, and the next dose is arranged at the next level.',
      },
    },
  ];
}
