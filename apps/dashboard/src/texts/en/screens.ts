/** The names of the screens, as they stand in the navigation. */
export const screens = {
  board: 'Board',
  notYetSeen: 'Not yet seen',
  staff: 'People and sessions',
} as const;
