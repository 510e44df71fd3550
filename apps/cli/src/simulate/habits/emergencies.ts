import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

/** Now and then somebody is seen in an emergency department, and the clinic is told of it the next morning. Invented: once in 150 days. */
export function isSeenInAnEmergency({ person, date, at, away, number }: Day): readonly Plan[] {
  if (away || number === 0 || chance('emergency', person.key, date).int(1, 150) !== 1) return [];
  const from = at(-10);
  return [
    {
      at: at(9),
      key: `emergency.${date}`,
      actor: simulatedActor('nurse'),
      wish: {
        type: 'RecordExternalEncounter',
        fields: {
          encounterId: `${person.key}.emergency.${date}`,
          kind: 'emergency-department',
          from,
          to: at(-6),
          drugsGiven: 'none',
        },
      },
    },
  ];
}
