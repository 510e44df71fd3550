/** Leaves. */
export const leaves = {
  LeaveStarted: '{{kind}} from {{from}}; expected back by {{until}}.',
  returnNotKnown: '{{kind}} from {{from}}; the return is not known yet.',
  LeaveEnded: 'Back from leave on {{moment}}.',
  seen: 'Back from leave on {{moment}}, seen at the next level.',
  kinds: {
    pass: 'Short leave',
    hospital: 'In hospital',
    jail: 'In jail',
    other: 'On leave',
  },
} as const;
