import type { ProgrammeVersion } from '../episodes/commands.ts';

/** How what was said of one world is said of another: its moves, tasks and facts have ids of their own. */
export interface World {
  readonly programme: ProgrammeVersion;
  /** It is asked what this version would do: a move to another is none there. */
  readonly keepsItsVersion: boolean;
  readonly level: (name: string) => string;
  /** The open move to the same level; undefined where there is none, and nothing to answer. */
  readonly move: (transitionId: string) => string | undefined;
  readonly task: (taskId: string) => string | undefined;
  /** The event that told the same fact. */
  readonly fact: (eventId: string) => string | undefined;
}
