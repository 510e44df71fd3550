import type { EpisodeListItem, TransitionView } from '@stepway/contracts';

/** A person who left a level and was not yet seen at the next. */
export type HandOff = EpisodeListItem & {
  readonly level: string;
  readonly transition: TransitionView & { readonly handOffDueAt: string };
};

/** Those under way. A move that waits for a place runs no deadline: it is the waiting list's. */
export const handOffsOf = (rows: Iterable<EpisodeListItem>): readonly HandOff[] =>
  [...rows].filter(
    (row): row is HandOff =>
      row.level !== null && row.transition?.handOffDueAt !== undefined && row.transition.state !== 'waiting',
  );
