const causes: Readonly<Record<string, string>> = {
  now: 'Automatic step',
  proposal: 'Proposal',
  confirmation: 'Confirmation',
  review: 'Review of a test',
  recollection: 'New specimen',
  'next-test': 'Next random test',
  'scheduled-test-missed': 'Scheduled test',
  'test-count': 'Tests of the year',
  'next-dose': 'Next dose',
  'missed-doses': 'Missed doses',
  'hand-off': 'Hand-off',
  hold: 'End of pause',
  'guard-matures': 'Less support is considered again',
  'second-person': 'Second person for an end by the programme',
  'patient-directed-contact': 'Contact after leaving',
  'follow-up': 'Follow-up',
  'leave-ending': 'Expected back',
  'leave-overdue': 'Not back from leave',
  'bed-kept': 'Bed kept until',
  'consent-expiry': 'End of a consent',
  task: 'Task',
  reassessment: 'Reassessment',
  'review-due': 'Review of the stay',
  birthday: '18th birthday',
  'weekly-hours': 'Weekly hours',
  'missed-contact': 'Missed contact',
  'no-contact': 'Out of contact',
  'check-up': 'Check-up',
  'waiting-list': 'Waiting list',
};

/** What is due next. A cause of a newer server is shown by its name. */
export const causeWords = (cause: string): string => {
  const known = causes[cause];
  if (known !== undefined) return known;
  const words = cause.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
