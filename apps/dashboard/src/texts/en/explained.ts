/**
 * Why a test came to mean what it does, by the rule that decided. In English people read the explanation of the record,
 * which has the values as well; these are what another language is translated from.
 */
export const explained = {
  superseded: 'The laboratory cancelled what it had reported.',
  preliminary: 'Only a preliminary report; the final one decides.',
  'integrity-concern': 'The specimen may not be what it should be: a person looks at it, and nobody is moved.',
  'repeatedly-dilute': 'Dilute again within a short time: a person looks at it.',
  recollect: 'The specimen does not allow an answer: a new one is asked for.',
  'temperature-review': 'Temperature out of range, definitive positive: a clinician looks at it.',
  inconclusive: 'The laboratory could not decide it.',
  'unexpected-absence': 'A medication that should be found was not found: medication-taking and safety are reviewed.',
  negative: 'Negative.',
  'unexpected-pattern':
    'The medication was found, but not in the usual pattern: medication-taking and safety are reviewed.',
  'expected-prescribed': 'Explained by a medication.',
  'acknowledged-use': 'The person had told of this use.',
  'given-in-hospital': 'It may have been given in hospital; the list of drugs given is missing.',
  baseline: 'From use before admission, not yet cleared.',
  residual: 'Within the time in which an established use can still be found.',
  'falling-level': 'The level still falls since an earlier use.',
  'below-evidence-floor': 'Less than what counts as evidence of use.',
  'ask-a-person': 'Positive, but a clinician needs to look at it.',
  'confirmation-not-received': 'The confirmation did not come in time: a clinician looks at it.',
  'awaiting-confirmation': 'Presumptive positive: it establishes no use until it is confirmed.',
  'unexpected-use': 'Positive, and nothing known explains it: treated as new use.',
  reviewed: 'As a clinician found.',
  withdrawn: 'The report was withdrawn.',
} as const;
