/** What the page admits: what failed, what is late, whether it is connected. */
export const states = {
  couldNotLoad: '{{what, capital}} could not be loaded',
  tryAgain: 'Try again',
  broken: 'This page broke',
  brokenWords:
    'What was recorded is safe; what you were writing here was not sent. Loading the page again begins it anew.',
  loadAgain: 'Load the page again',
  noAnswer: 'The server does not answer. Nothing was lost.',
  notUnderstood: 'The server’s answer was not understood. Nothing was lost.',
  answered: 'The server answered: {{title}}. Nothing was lost.',
  answeredWithTrace: 'The server answered: {{title}}. Nothing was lost. If it stays, tell support the trace {{trace}}.',
  filling: '{{what, capital}}: being filled after an upgrade',
  fillingWhy: 'It is built from the record, which has everything. It comes by itself; the other screens go on.',
  fillingSoon: 'It begins in a moment',
  filled: '{{percent}} %: {{journeys, number}} of {{of, number}} journeys',
  anError: 'The server answered with an error',
  connecting: 'Connecting',
  live: 'Live',
  behind: 'Behind',
  lost: 'Lost',
  connectionLost:
    '<b>Connection lost.</b> You see the state of {{at}}. Countdowns run on, changes by others do not show yet.',
  nextTry: 'Next try in {{time}}',
  trying: 'Trying…',
  tryNow: 'Try now',
  ofThisPage: 'State of this page',
  pageBehind:
    '<b>This page is behind</b> by {{time}}: you see the state of {{at}}. What was recorded since is safe, and shows by itself.',
  automationBehind:
    '<b>Automation is behind</b> by {{time}}. Facts are recorded and judged at once; moves, tasks and deadlines that follow by rule come later.',
} as const;
