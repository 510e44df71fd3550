const ruleNames: Readonly<Record<string, string>> = {
  'in-care': 'In care',
  'collected-since-admission': 'Collected since admission',
  'no-step-up-open-or-done-since': 'No step up open or done since',
  'threshold-met': 'The threshold is met',
  'level-can-step-up': 'The level can step up',
  'moves-by-rule': 'Rules may move at all',
  'mode-automatic': 'Moves start by themselves',
  'not-held-before': 'Was not found while paused',
  'not-retained-by-a-person': 'No person decided to stay',
  'no-use-in-look-back': 'No unexpected use in the look-back',
  'no-open-crisis': 'No open crisis',
  'no-hold': 'Automatic moves are not paused',
  'not-in-hospital-or-jail': 'Not in hospital or jail',
  'patient-agrees': 'The person agrees',
  'therapist-meeting': 'Therapist met the person',
  superseded: 'Replaced by a later report',
  preliminary: 'Preliminary only',
  'integrity-concern': 'Specimen needs review',
  'repeatedly-dilute': 'Dilute for the third time',
  recollect: 'New specimen needed',
  'temperature-review': 'Temperature out of range, positive confirmed',
  inconclusive: 'Not conclusive',
  'unexpected-absence': 'An expected medication was not found',
  negative: 'Negative',
  'expected-prescribed': 'A medication explains every analyte',
  'acknowledged-use': 'Use acknowledged',
  baseline: 'From before admission',
  residual: 'From an earlier use',
  'ask-a-person': 'A person is asked',
  'confirmation-closed': 'Confirmation closed',
  'awaiting-confirmation': 'Presumptive only',
  'unexpected-use': 'Otherwise: treated as new use',
  reviewed: 'A clinician’s review',
};

/** A rule's name for people; the ids of rules are readable, so one that is new is shown by its id. */
export function ruleWords(rule: string): string {
  const known = ruleNames[rule];
  if (known !== undefined) return known;
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
