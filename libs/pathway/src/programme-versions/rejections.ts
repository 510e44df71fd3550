import type { ProgrammeVersion } from '../episodes/commands.ts';

export type ProgrammeVersionRejection =
  | { readonly type: 'ProgrammeNotPublished'; readonly programme: ProgrammeVersion }
  /** The person is there now, and the version has no such level: name the one that takes its place, or move first. */
  | { readonly type: 'LevelHasNoCounterpart'; readonly level: string; readonly levels: readonly string[] }
  /** A version is no way to move somebody: the level that takes another's place is of its kind. */
  | { readonly type: 'LevelOfAnotherKind'; readonly level: string; readonly to: string }
  /** Between these levels the open move would be another one: complete it, or end it, first. */
  | { readonly type: 'OpenMoveInTheWay'; readonly transitionId: string };
