import type { OpenedJourney } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';

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

/** Where the person was at a moment: the level of the stay that had begun by then; before admission, the entry level. */
export const levelAt = ({ stays, entryLevel }: Pick<OpenedJourney, 'stays' | 'entryLevel'>, at: Instant): string =>
  stays.findLast(({ since }) => since <= at)?.level ?? entryLevel;

/**
 * A level at which the person was. A version to which the journey was moved since may have no such level any more: then
 * the one at which they are, or were last.
 */
export const levelThen = (
  { stays, entryLevel }: Pick<OpenedJourney, 'stays' | 'entryLevel'>,
  level: string,
  programme: Programme,
): Level => programme.levels[level] ?? levelOf(programme, stays.at(-1)?.level ?? entryLevel);
