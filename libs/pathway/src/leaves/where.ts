import type { OpenedJourney } from '../journey.ts';
import { openLeave } from './clock.ts';
import type { Leave } from './state.ts';

/** A person in hospital or jail is moved by no rule: what they need is for people to find out (pathway §5). */
export function inHospitalOrJail(journey: OpenedJourney): Leave | undefined {
  if (journey.status !== 'active') return undefined;
  const leave = openLeave(journey);
  return leave?.kind === 'hospital' || leave?.kind === 'jail' ? leave : undefined;
}
