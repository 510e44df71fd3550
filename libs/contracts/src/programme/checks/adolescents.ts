import { isUp, levelsOf, targets, type Check, type Target } from './check.ts';

/** Where adolescents are admitted, the rules that age decides are there for them too. */
export const adolescentRules: Check = (programme, fault) => {
  for (const [id, level] of levelsOf(programme)) {
    if (!level.admits.includes('adolescent')) continue;
    const { adult, adolescent } = level.hoursPerWeek;
    for (const bound of ['minimum', 'maximum'] as const)
      if (adult[bound] !== undefined && adolescent[bound] === undefined)
        fault(
          ['levels', id, 'hoursPerWeek', 'adolescent', bound],
          `is missing: the level admits adolescents, and the ${adult[bound]} hours of adults are not theirs`,
        );
    if (!level.asam.some(({ edition }) => edition === 3))
      fault(
        ['levels', id, 'asam'],
        'has no code of the 3rd edition, by which adolescents are placed, although the level admits them',
      );
    for (const [common, own] of [
      ['stepUpTo', 'adolescentStepUpTo'],
      ['stepDownTo', 'adolescentStepDownTo'],
    ] as const) {
      const to = programme.levels[level[own] ?? level[common] ?? ''];
      if (to !== undefined && !to.admits.includes('adolescent'))
        fault(
          ['levels', id, own],
          `${level[own] === undefined ? 'is missing' : 'does not help'}: adolescents are admitted here, but not at '${to.id}'`,
        );
    }
  }
};

/** A target of their own makes sense only where adolescents are admitted, and beside that of adults. */
export const adolescentTargets: Check = (programme, fault) => {
  const own = targets.filter((target): target is Target & `adolescent${string}` => target.startsWith('adolescent'));
  for (const [id, level] of levelsOf(programme))
    for (const target of own) {
      if (level[target] === undefined) continue;
      const common = isUp(target) ? 'stepUpTo' : 'stepDownTo';
      if (!level.admits.includes('adolescent'))
        fault(['levels', id, target], 'is there although the level does not admit adolescents');
      else if (level[common] === undefined) fault(['levels', id, target], `is there without ${common}`);
    }
};
