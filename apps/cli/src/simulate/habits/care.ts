import { plusHours } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

/** On the first day: the medication that was given before goes on, and drug screens are counted by weeks. */
export function begins({ person, number, level }: Day): readonly Plan[] {
  if (number !== 0) return [];
  const from = person.admittedAt;
  const plan: Plan = {
    at: plusHours(from, 0.2),
    key: 'plan',
    actor: simulatedActor('therapist'),
    wish: {
      type: 'SetScreeningPlan',
      fields: { from, drugClasses: level.drugTests.panel, negativeBy: 'specimen' },
    },
  };
  if (person.medication === undefined) return [plan];
  const medication: Plan = {
    at: plusHours(from, 0.4),
    key: 'medication',
    actor: simulatedActor('prescriber'),
    wish: {
      type: 'RecordMedication',
      fields: {
        medicationId: `${person.key}.moud`,
        medication: person.medication,
        kind: 'moud',
        scheduled: true,
        source: 'prescriber',
        from: plusHours(from, -24 * 30),
      },
    },
  };
  return [plan, medication];
}

/** Withdrawal is over in days: whoever the rules have not moved on by then is moved by a clinician. */
export function movesOn({ level, dayOfStay, person, journey, at, date }: Day): readonly Plan[] {
  const { expected, review } = level.stayDays;
  const to = level.stepDownTo;
  if (level.kind !== 'withdrawal-management' || to === undefined || journey.transition !== undefined) return [];
  if (dayOfStay < (expected?.maximum ?? review + 4) - 2 || !chance('moves-on', person.key, date).happens(60)) return [];
  return [
    {
      at: at(11),
      key: `moves-on.${date}`,
      actor: simulatedActor('prescriber'),
      wish: {
        type: 'ChangeLevelOfCare',
        fields: { to, reasonCode: 'clinical-judgement' },
        reason: 'Withdrawal is over.',
      },
    },
  ];
}
