import type { EventType } from '@stepway/pathway';
import type { BoardFlag } from './flags.ts';

/**
 * The event without which a flag is on no row, at whatever moment. Only rare ones: they stand in an index of the log
 * that was made for this (`event_asking`), in the same words.
 */
const firstSaidBy: { readonly [Flag in BoardFlag]?: EventType } = {
  proposal: 'TransitionProposed',
  'proposal-escalated': 'TransitionProposed',
  'second-person': 'TerminationRequested',
  hold: 'HoldPlaced',
};

/** Undefined if any of the flags may be on anybody's row. */
export function eventsBehind(flags: readonly BoardFlag[] | undefined): readonly EventType[] | undefined {
  const types = flags?.map((flag) => firstSaidBy[flag]);
  const known = types?.filter((type) => type !== undefined);
  return known === undefined || known.length !== types?.length ? undefined : [...new Set(known)].toSorted();
}
