import { plusDays, plusHours, type CareEventOf } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

/**
 * Whoever leaves with a medication for opioid use disorder is given a next dose elsewhere, the same day as a rule.
 * @param taken ids of the medication records
 */
export function bridgesMedication(
  person: string,
  taken: readonly string[],
  { data, recordedAt }: CareEventOf<'TaskOpened'>,
): Plan[] {
  const { kind, taskId } = data;
  if (kind !== 'medication-bridge') return [];
  const at = plusHours(recordedAt, chance('bridge', person, taskId).int(1, 20));
  return taken.map((medicationId) => ({
    at,
    key: `bridge.${medicationId}.${taskId}`,
    actor: simulatedActor('nurse'),
    wish: { type: 'ArrangeMedicationContinuity', fields: { medicationId, nextDoseAt: plusDays(at, 1) } },
  }));
}
