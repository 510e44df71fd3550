import type { Examples } from './example.ts';

export const careTeamExamples = {
  CareTeamAssigned: [
    {
      members: [
        { staffId: 'ada', role: 'coordinator' },
        { staffId: 'ben', role: 'nurse' },
      ],
    },
    'Care team: care coordinator ada and nurse ben.',
  ],
} satisfies Partial<Examples>;
