import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';
import { sameContent } from '../same-content.ts';

/**
 * Sets what care after intensive treatment is made of; another plan takes the place of the one before. It may be
 * agreed long before aftercare begins. What holds already, or was told before, is no news.
 * Rejects: EpisodeNotOpened, EpisodeDischarged.
 */
export function setAftercarePlan(journey: Journey, command: CommandOf<'SetAftercarePlan'>): Decision {
  const { parts, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const present = journey.aftercarePlans.at(-1);
  const known = journey.aftercarePlans.some(
    (plan) => sameContent(plan.parts, parts) && (plan === present || plan.setAt === occurredAt),
  );
  if (known) return nothingNew;
  if (journey.status === 'discharged' && occurredAt > journey.dischargedAt)
    return reject({ type: 'EpisodeDischarged' });

  return accept({ type: 'AftercarePlanSet', occurredAt, data: { parts, ...(reason && { reason }) } });
}
