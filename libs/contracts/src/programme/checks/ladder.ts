import { isLevel, isUp, levelsOf, targets, type Check, type Target } from './check.ts';

/** The ladder names levels, each once, the most intensive first. */
export const ladderOfLevels: Check = (programme, fault) => {
  const { ladder, levels } = programme;
  ladder.forEach((id, at) => {
    const level = levels[id];
    const above = levels[ladder[at - 1] ?? ''];
    if (level === undefined) fault(['ladder', at], `'${id}' is not a level of this programme`);
    else if (ladder.indexOf(id) !== at) fault(['ladder', at], `'${id}' stands on the ladder twice`);
    else if (above !== undefined && above.rank <= level.rank)
      fault(['ladder', at], `'${id}' does not give less support than '${above.id}' above it (see their ranks)`);
  });
};

/** Two levels of one rank could not be told apart on the board. */
export const ranksApart: Check = (programme, fault) => {
  const seen = new Map<number, string>();
  for (const [id, { rank }] of levelsOf(programme)) {
    const other = seen.get(rank);
    if (other !== undefined) fault(['levels', id, 'rank'], `has the rank of '${other}'`);
    seen.set(rank, id);
  }
};

/** Every level that is named exists. */
export const targetsThatExist: Check = (programme, fault) => {
  for (const [id, level] of levelsOf(programme)) {
    if (level.id !== id) fault(['levels', id, 'id'], `must be '${id}', its key`);
    for (const target of targets) {
      const to = level[target];
      if (to !== undefined && !isLevel(programme, to))
        fault(['levels', id, target], `'${to}' is not a level of this programme`);
    }
    for (const to of Object.keys(level.handOffHoursTo ?? {}))
      if (!isLevel(programme, to))
        fault(['levels', id, 'handOffHoursTo', to], `'${to}' is not a level of this programme`);
  }
  const { fromAftercareTo } = programme.stepUp;
  if (!isLevel(programme, fromAftercareTo))
    fault(['stepUp', 'fromAftercareTo'], `'${fromAftercareTo}' is not a level of this programme`);
};

/** A step up gives more support, a step down less; otherwise people could be moved in a circle. */
export const noCircle: Check = (programme, fault) => {
  const { levels } = programme;
  for (const target of targets)
    for (const [id, level] of levelsOf(programme)) {
      const to = levels[level[target] ?? ''];
      if (to === undefined) continue;
      const circle = circleFrom(id, (from) => levels[from]?.[target]);
      const gives = isUp(target) ? 'more' : 'less';
      if (circle !== undefined) fault(['levels', id, target], `leads in a circle: ${circle.join(' → ')}`);
      else if (isUp(target) ? to.rank <= level.rank : to.rank >= level.rank)
        fault(['levels', id, target], `'${to.id}' does not give ${gives} support than '${id}' (see their ranks)`);
    }
};

function circleFrom(start: string, next: (id: string) => string | undefined): readonly string[] | undefined {
  const way = [start];
  for (let at = next(start); at !== undefined && !way.slice(1).includes(at); at = next(at)) {
    way.push(at);
    if (at === start) return way;
  }
  return undefined;
}

/** Every rung but the last can be stepped down from; a level beside the ladder leads back to it. */
export const levelsThatCanBeLeft: Check = (programme, fault) => {
  const last = programme.ladder.at(-1);
  for (const [id, level] of levelsOf(programme)) {
    if (id === last) continue;
    const beside = !programme.ladder.includes(id);
    const leaves = (target: Target) => level[target] !== undefined;
    if (!leaves('stepDownTo') && !(beside && leaves('stepUpTo')))
      fault(
        ['levels', id],
        `no one can leave this level: it needs ${beside ? 'stepDownTo or stepUpTo' : 'stepDownTo'}`,
      );
    if (level.stepUpCondition !== undefined && !leaves('stepUpTo'))
      fault(['levels', id, 'stepUpCondition'], 'is the condition of a step up, but there is no stepUpTo');
  }
};
