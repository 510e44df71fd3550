import type { DataOf, Words } from '../care-events.ts';

export const goalWords: Words<DataOf<'GoalsSet'>['goals'][number]['domain']> = {
  abstinence: 'Abstinence',
  'harm-reduction': 'Harm reduction',
  'behaviour-change': 'Behaviour change',
  'problem-solving': 'Problem solving',
  'coping-and-triggers': 'Coping and triggers',
  'relapse-prevention': 'Preventing a return to use',
  'support-network': 'Support network',
  'self-help': 'Self-help',
  'mental-health': 'Mental health',
  'employment-education': 'Employment and education',
  housing: 'Housing',
  legal: 'Legal matters',
  family: 'Family',
  finances: 'Finances',
  health: 'Health',
};
