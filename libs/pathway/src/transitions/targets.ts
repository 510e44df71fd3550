import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { AgeGroup } from '../vocabulary.ts';

/** Where a rule leads from a level to more support; adolescents may have a way of their own. */
export function stepUpTargetOf(level: Level, ageGroup: AgeGroup, { stepUp }: Programme): string | undefined {
  if (level.kind === 'aftercare') return stepUp.fromAftercareTo;
  return ageGroup === 'adolescent' ? (level.adolescentStepUpTo ?? level.stepUpTo) : level.stepUpTo;
}

/** Where a rule leads from a level to less support. */
export const stepDownTargetOf = (level: Level, ageGroup: AgeGroup): string | undefined =>
  ageGroup === 'adolescent' ? (level.adolescentStepDownTo ?? level.stepDownTo) : level.stepDownTo;
