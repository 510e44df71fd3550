import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';

/** A journey stands at a level that its programme version does not have: the wrong version was loaded. */
export class LevelNotInProgramme extends Error {
  readonly code = 'LEVEL_NOT_IN_PROGRAMME';

  constructor(programme: Programme, level: string) {
    super(`programme ${programme.id} version ${programme.version} has no level ${level}`);
  }
}

/** @throws LevelNotInProgramme */
export function levelOf(programme: Programme, id: string): Level {
  const level = programme.levels[id];
  if (level === undefined) throw new LevelNotInProgramme(programme, id);
  return level;
}
