/** What is known of the person. */
export const person = {
  PregnancyRecorded: 'Pregnancy recorded, known since {{day}}: obstetric care is asked for, medication goes on.',
  PregnancyEnded: 'Pregnancy ended on {{day}}.',
  NaloxoneProvided_one: 'Naloxone given along on {{day}}: {{count}} kit.',
  NaloxoneProvided_other: 'Naloxone given along on {{day}}: {{count}} kits.',
  LivingSituationRecorded: 'Lives {{situation}}.',
  livesSafe: 'Lives {{situation}}, safe there.',
  livesNotSafe: 'Lives {{situation}}, not safe there.',
  situations: {
    'own-home': 'in a home of their own',
    'with-family-or-friends': 'with family or friends',
    'sober-living': 'in sober living',
    'supported-housing': 'in supported housing',
    temporary: 'in a temporary place',
    homeless: 'without a home',
    institution: 'in an institution',
    correctional: 'in jail or prison',
  },
} as const;
