/** Assessments by the ASAM Criteria. */
export const assessments = {
  AssessmentRecorded: 'All dimensions assessed on {{day}} (ASAM Criteria, {{edition}} edition).',
  decided: 'All dimensions assessed on {{day}} (ASAM Criteria, {{edition}} edition); decided: {{level}}.',
  decidedBecause:
    'All dimensions assessed on {{day}} (ASAM Criteria, {{edition}} edition); decided: {{level}}, because {{because}}.',
  editions: {
    third: '3rd',
    fourth: '4th',
  },
  discrepancies: {
    'not-available': 'the indicated level is not available',
    'waiting-list': 'the indicated level has a waiting list',
    'patient-preference': 'it is what the person prefers',
    'payer-denial': 'the payer does not cover the indicated level',
    geography: 'the indicated level is too far away',
    court: 'a court decided',
    'language-barrier': 'of language',
    'childcare-barrier': 'of childcare',
    'transport-barrier': 'of transport',
    'clinical-judgement': 'of clinical judgement',
  },
} as const;
