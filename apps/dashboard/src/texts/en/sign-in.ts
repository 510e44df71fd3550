/** Who is signed in, and the page of who is not. */
export const signIn = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  everySite: 'All sites',
  nobody: {
    title: 'You are not signed in',
    words: 'Sign in with the account of your organisation. You come back to this page.',
  },
  signedOut: {
    title: 'You have signed out',
    words: 'Your session has ended at the server. Sign in to go on.',
  },
  ended: {
    title: 'Your session has ended',
    words:
      'It ended after a while without activity, at its time limit, or somebody ended it. What was recorded stays recorded. Sign in to come back to this page.',
  },
  none: {
    title: 'There is no sign-in service here',
    words:
      'Nobody has set one up (STEPWAY_OIDC_ISSUER). On the machine itself, “npm run stepway -- sign-in” prints a link.',
  },
  away: {
    title: 'The sign-in service does not answer',
    words: 'Nobody can sign in until it is back. Try again in a moment.',
  },
  late: {
    title: 'This sign-in came to no end',
    words: 'It took too long, or was begun in another browser. Sign in again.',
  },
  declined: {
    title: 'You are not signed in',
    words: 'The sign-in was ended at the sign-in service. Sign in again when you are ready.',
  },
  failed: {
    title: 'The sign-in could not be completed',
    words:
      'What the sign-in service answered could not be trusted. Sign in again; if it stays, tell your administrator.',
  },
  unknown: {
    title: 'Stepway does not know you yet',
    words:
      'The sign-in service knows who you are, but you are not in the directory of staff. An administrator can add you.',
  },
  left: {
    title: 'Your access has ended',
    words: 'You are in the directory of staff as no longer active. An administrator can change that.',
  },
  'no-role': {
    title: 'You have no role in Stepway',
    words: 'The sign-in service says of no role in which you work here. An administrator can change that.',
  },
  idle: {
    title: 'Are you still there?',
    words:
      'You will be signed out in {{time}}, because nothing was done for a while. What you have begun to enter stays as long as you are signed in.',
    stay: 'Stay signed in',
  },
} as const;
