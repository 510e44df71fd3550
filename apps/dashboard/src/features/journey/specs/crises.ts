import type { Examples } from './example.ts';

export const crisisExamples = {
  CrisisRaised: [{ crisisId: 'c1', kind: 'suicidality', actions: [] }, 'Crisis: danger of suicide.'],
  CrisisResolved: [
    { crisisId: 'c1', actions: ['called-988', 'safety-plan-made'] },
    'The crisis is over for now; 988 was called and a safety plan was made.',
  ],
} satisfies Partial<Examples>;
