/** Moves between levels, wherever they are listed. */
export const moves = {
  kinds: {
    'step-up': 'more support, to',
    'step-down': 'less support, to',
    lateral: 'another level, to',
    're-entry': 'back, to',
  },
  held: { true: 'met', false: 'not met', unknown: 'not known' },
  unowned: 'Nobody has it yet',
} as const;
