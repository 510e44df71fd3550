import type { EventLog } from '../event-log.ts';
import type { ContextFor } from './context-for.ts';
import type { HeldJourneys } from './held-journeys.ts';

/** What recording and running work with. */
export interface Tools {
  readonly log: EventLog;
  readonly contextFor: ContextFor;
  readonly journeys: HeldJourneys;
  /** Another writer was first. */
  readonly onConflict: (() => void) | undefined;
}

/** So often another writer may be first before we give up. */
export const maxConflicts = 5;

/** Other writers were first, again and again. Nothing was written; asking again later is safe. */
export class Contended extends Error {
  readonly code = 'Contended';
  constructor(episodeId: string) {
    super(`Journey ${episodeId} was written by others ${maxConflicts} times in a row`);
  }
}
