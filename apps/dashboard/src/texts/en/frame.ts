/** What stands around every screen. */
export const frame = {
  screens: 'Screens',
  home: 'Stepway, to the first screen',
  toContent: 'To the content',
  goTo: 'Go to…',
  goToPersonOrScreen: 'Go to a person or a screen',
  people: 'People',
  nothingFound: 'Nobody on the board and no screen has this name.',
  language: 'Language',
  chosen: 'chosen',
  close: 'Close',
  site: 'Site <b>{{site}}</b>',
  allSites: 'Site <b>All {{number}}</b>',
  scheme: 'Colour scheme',
  schemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  simulated: 'Demonstration: names, goals, confirmations, hand-offs and reviews are simulated',
  siteTime: 'All times in the site’s zone',
  toBoard: 'To the board',
  noSuchScreen: {
    title: 'There is no such screen',
    words: 'The address may be mistyped, or belong to a screen that this version does not have.',
  },
  toFirst: 'To your first screen',
  notForYou: {
    title: 'This screen is not part of your role',
    words: 'What it shows is for others here. If you need it, ask an administrator.',
  },
  notYours: {
    title: 'Not found, or not yours to see',
    words: 'This journey does not exist, or it belongs to a site or care team that you are not part of.',
  },
} as const;
