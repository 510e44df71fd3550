import { plusDays, plusHours, type CareEventOf, type Programme } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

type Considered = CareEventOf<'TransitionConsidered'>;

/** Rules of a step down that staff see to; what the others wait for, the person, a clinician or time brings. */
const seenTo: readonly string[] = ['receiving-place', 'medication-continuity'];

/**
 * A step down that waits for nothing else any more: the coordinator offers a place at the next level, and the nurse
 * arranges the next dose of each medication for opioid use disorder.
 * @param taken ids of the medication records
 */
export function preparesLessSupport(
  person: string,
  programme: Programme,
  taken: readonly string[],
  { data, recordedAt }: Considered,
): Plan[] {
  const { about, decisionId, to, transitionId } = data;
  if (about !== 'step-down' || transitionId !== undefined) return [];
  const missing = waitedFor(data, programme);
  if (!missing.every((rule) => seenTo.includes(rule))) return [];
  const at = plusHours(recordedAt, chance('next-dose', person, decisionId).int(2, 30));
  const doses = taken.map((medicationId): Plan => ({
    at,
    key: `next-dose.${medicationId}.${decisionId}`,
    actor: simulatedActor('nurse'),
    wish: { type: 'ArrangeMedicationContinuity', fields: { medicationId, nextDoseAt: plusDays(at, 2) } },
  }));
  const startsAt = plusDays(at, chance('place', person, decisionId).int(3, 8));
  const place = (level: string): Plan => ({
    at,
    key: `place.${decisionId}`,
    actor: simulatedActor('coordinator'),
    wish: { type: 'OfferSlot', fields: { slotId: `place-${decisionId}`, level, startsAt } },
  });
  return [
    ...(missing.includes('medication-continuity') ? doses : []),
    ...(missing.includes('receiving-place') && to !== undefined ? [place(to)] : []),
  ];
}

/** What is not met, and what is not known where that does not pass. */
const waitedFor = ({ rules }: Considered['data'], { stepDown }: Programme): readonly string[] =>
  rules
    .filter(({ held }) => held === false || (held === 'unknown' && stepDown.whenUnknown === 'fail'))
    .map(({ rule }) => rule);
