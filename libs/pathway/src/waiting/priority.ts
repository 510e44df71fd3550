import type { OpenedJourney } from '../journey.ts';
import { isPregnantAt } from '../person/pregnancy.ts';
import type { WaitingListRules } from '../programme/follow-through.ts';
import { plusDays, plusHours, type Instant } from '../time.ts';
import type { WaitingPriority } from './vocabulary.ts';

/** Who is admitted first: pregnant and injecting, pregnant, injecting, others. What was recorded since counts. */
export function waitingPriority(journey: OpenedJourney): WaitingPriority {
  const injects =
    journey.priority === 'injecting' ||
    journey.priority === 'pregnant-injecting' ||
    journey.assessments.some(({ substances }) => substances?.some(({ injecting }) => injecting));
  if (isPregnantAt(journey, journey.recordedAt)) return injects ? 'pregnant-injecting' : 'pregnant';
  return injects ? 'injecting' : 'other';
}

/** 0 = first; who is not named in the order comes after all who are. */
export function rankOf(priority: WaitingPriority, { order }: WaitingListRules): number {
  const place = order.findIndex((named) => named === priority);
  return place === -1 ? order.length : place;
}

/** When the person, or somebody for them, asked for care: the waiting list's clocks run from here. */
export const requestedAt = ({ openedAt, requested }: Pick<OpenedJourney, 'openedAt' | 'requested'>): Instant =>
  requested ?? openedAt;

const owedInterim: readonly WaitingPriority[] = ['pregnant-injecting', 'pregnant', 'injecting'];

/** Until when interim services must have begun, where the statute asks for them: 48 hours from the request. */
export function interimBy(journey: OpenedJourney, rules: WaitingListRules): Instant | undefined {
  if (!owedInterim.includes(waitingPriority(journey))) return undefined;
  return plusHours(requestedAt(journey), rules.interimServiceHours);
}

export const interimBegan = ({ interimServices }: Pick<OpenedJourney, 'interimServices'>): Instant | undefined =>
  interimServices.map(({ at }) => at).toSorted((a, b) => (a < b ? -1 : 1))[0];

/**
 * Until when a person who injects drugs must be admitted: 14 days from the request, or 120 if interim services began
 * within 48 hours (45 CFR 96.126). Others have no day by law.
 */
export function admitBy(journey: OpenedJourney, rules: WaitingListRules): Instant | undefined {
  const priority = waitingPriority(journey);
  if (priority !== 'injecting' && priority !== 'pregnant-injecting') return undefined;
  const began = interimBegan(journey);
  const inTime = began !== undefined && began <= plusHours(requestedAt(journey), rules.interimServiceHours);
  return plusDays(requestedAt(journey), inTime ? rules.injectingWithInterimDays : rules.injectingDays);
}
