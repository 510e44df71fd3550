/** Pauses of automatic moves. */
export const holds = {
  HoldPlaced: 'Automatic moves paused to {{until}}.',
  HoldReleased: 'Automatic moves go on: the pause was ended.',
  ended: 'Automatic moves go on: the pause came to its end.',
} as const;
