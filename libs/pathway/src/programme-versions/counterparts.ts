import type { Active, OpenedJourney } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { levelOf } from '../transitions/level-of.ts';
import { kindOfMove } from '../transitions/start.ts';
import type { AgeGroup } from '../vocabulary.ts';
import type { LevelNames } from './commands.ts';

/** The two versions, and what is called otherwise in the second. */
export interface Versions {
  readonly from: Programme;
  readonly to: Programme;
  readonly named: LevelNames;
  readonly age: AgeGroup;
}

/**
 * What takes the place of each level that the journey needs from now on: by the names given, else the level of the same
 * name. Levels of its past keep their names where none takes their place: nothing is decided by them any more.
 */
export function counterparts(
  journey: OpenedJourney,
  versions: Versions,
): { readonly levels: LevelNames } | { readonly rejection: Rejection } {
  const { from, to, named } = versions;
  const refused =
    unknownName(versions) ??
    needed(journey)
      .map((level) => refusedFor(levelOf(from, level), versions))
      .find((rejection) => rejection !== undefined) ??
    moveInTheWay(journey, versions);
  if (refused) return { rejection: refused };
  const renamed = Object.keys(from.levels).flatMap((level): readonly [string, string][] => {
    const name = named[level];
    return name === undefined || name === level || to.levels[name] === undefined ? [] : [[level, name]];
  });
  return { levels: Object.fromEntries(renamed) };
}

function unknownName({ from, to, named }: Versions): Rejection | undefined {
  for (const [level, name] of Object.entries(named)) {
    if (from.levels[level] === undefined) return { type: 'UnknownLevel', level, levels: Object.keys(from.levels) };
    if (to.levels[name] === undefined) return { type: 'UnknownLevel', level: name, levels: Object.keys(to.levels) };
  }
  return undefined;
}

function needed(journey: OpenedJourney): readonly string[] {
  switch (journey.status) {
    case 'referred':
      return [journey.entryLevel];
    case 'active':
      return [journey.stay.level, ...(journey.transition ? [journey.transition.from, journey.transition.to] : [])];
    case 'discharged':
      return journey.lastLevel === undefined ? [] : [journey.lastLevel];
  }
}

function refusedFor({ id, kind }: Level, { to, named, age }: Versions): Rejection | undefined {
  const level = to.levels[named[id] ?? id];
  if (level === undefined) return { type: 'LevelHasNoCounterpart', level: id, levels: Object.keys(to.levels) };
  if (level.kind !== kind) return { type: 'LevelOfAnotherKind', level: id, to: level.id };
  return level.admits.includes(age) ? undefined : { type: 'LevelNotForAge', level: level.id, age };
}

/** More support stays more, less stays less. */
function moveInTheWay(journey: OpenedJourney, { from, to, named }: Versions): Rejection | undefined {
  const open: Active['transition'] = journey.status === 'active' ? journey.transition : undefined;
  if (open === undefined) return undefined;
  const there = (level: string): Level => levelOf(to, named[level] ?? level);
  const before = kindOfMove(levelOf(from, open.from), levelOf(from, open.to));
  const after = kindOfMove(there(open.from), there(open.to));
  const same = before === after && there(open.from).id !== there(open.to).id;
  return same ? undefined : { type: 'OpenMoveInTheWay', transitionId: open.transitionId };
}
