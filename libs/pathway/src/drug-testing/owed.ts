import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';

export function drugTestingOwed(_journey: OpenedJourney, _context: Context): readonly Owed[] {
  return [];
}
