/** What stands around every screen. */
export const frame = {
  screens: 'Screens',
  home: 'Stepway, to the first screen',
  toContent: 'To the content',
  goTo: 'Go to…',
  goToPersonOrScreen: 'Go to a person or a screen',
  language: 'Language',
  chosen: 'chosen',
  keys: 'Keys',
} as const;
