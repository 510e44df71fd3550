import { plusDays, plusHours, type CareEventOf } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

/**
 * A step down that waits for nothing but the next dose of a medication for opioid use disorder: the nurse arranges it.
 * @param taken ids of the medication records
 */
export function arrangeNextDose(
  person: string,
  taken: readonly string[],
  { data, recordedAt }: CareEventOf<'TransitionConsidered'>,
): Plan[] {
  if (data.about !== 'step-down' || data.transitionId !== undefined) return [];
  const notMet = data.rules.filter(({ held }) => held === false);
  if (notMet.length !== 1 || notMet[0]?.rule !== 'medication-continuity') return [];
  const at = plusHours(recordedAt, chance('next-dose', person, data.decisionId).int(2, 30));
  return taken.map((medicationId) => ({
    at,
    key: `next-dose.${medicationId}.${data.decisionId}`,
    actor: simulatedActor('nurse'),
    wish: { type: 'ArrangeMedicationContinuity', fields: { medicationId, nextDoseAt: plusDays(at, 2) } },
  }));
}
