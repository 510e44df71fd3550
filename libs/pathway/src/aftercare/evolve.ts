import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { AftercarePlan } from './state.ts';

export function evolveAftercare(journey: OpenedJourney, event: CareEventOf<'AftercarePlanSet'>): OpenedJourney {
  const plan: AftercarePlan = { parts: event.data.parts, setAt: event.occurredAt, eventId: event.id };
  // A plan told late does not replace one that was agreed after it.
  const before = journey.aftercarePlans.filter(({ setAt }) => setAt <= plan.setAt);
  const after = journey.aftercarePlans.filter(({ setAt }) => setAt > plan.setAt);
  return { ...journey, aftercarePlans: [...before, plan, ...after] };
}
