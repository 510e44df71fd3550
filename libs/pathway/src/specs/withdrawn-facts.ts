import type { CommandOf } from '../commands.ts';
import type { CareEvent, EventType } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';
import { isFact, toldWithout } from '../withdrawn-facts/without.ts';
import { said } from './commands.ts';

export const withdrawn = (
  eventId: string,
  at: Instant,
  fields: Partial<CommandOf<'WithdrawFact'>> = {},
): CommandOf<'WithdrawFact'> => ({
  type: 'WithdrawFact',
  ...said(at, 'nurse'),
  eventId,
  reasonCode: 'entered-in-error',
  ...fields,
});

/** The facts of a journey that stand, oldest first. */
export const standingFacts = ({ told, withdrawnFacts }: OpenedJourney): readonly CareEvent[] =>
  toldWithout(told, withdrawnFacts).filter(({ type }) => isFact(type));

/** The id of the first event of this type. */
export function idOf(type: EventType, events: readonly CareEvent[]): string {
  const found = events.find((event) => event.type === type);
  if (!found) throw new Error(`there is no ${type}`);
  return found.id;
}
