import type { Values, Words } from '../care-events.ts';

export const waitingPriorityWords: Words<Values<'EpisodeWaitlisted', 'priority'>> = {
  'pregnant-injecting': 'pregnant, and injects drugs',
  pregnant: 'pregnant',
  injecting: 'injects drugs',
  other: 'in the order of requests',
};
