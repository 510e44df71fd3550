import type { LevelLook } from '../../marks/levels.ts';

/** What a move from one level to another means for the person. */
export const directionOf = (from: LevelLook | undefined, to: LevelLook): 'step-up' | 'step-down' | 'beside' => {
  if (to.beside || from === undefined) return 'beside';
  return to.index > from.index ? 'step-up' : 'step-down';
};
