/** Medications. */
export const medications = {
  MedicationRecorded: 'Medication recorded: {{medication}}, {{kind}}, from {{from}}.',
  recordedUntil: 'Medication recorded: {{medication}}, {{kind}}, from {{from}} to {{to}}.',
  MedicationEnded: 'Medication ended on {{day}}: {{medication}}.',
  MissedDosesRecorded_one: '{{count}} missed dose of {{medication}}, {{days}}.',
  MissedDosesRecorded_other: '{{count}} missed doses of {{medication}}, {{days}}.',
  days: '{{from}} to {{to}}',
  MedicationContinuityArranged: 'Next dose arranged for {{moment}}: {{medication}}.',
  another: 'another medication',
  kinds: {
    prescribed: 'prescribed',
    administered: 'administered',
    moud: 'medication for opioid use disorder',
  },
} as const;
