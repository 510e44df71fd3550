import type { Examples } from './example.ts';
import { at } from './values.ts';

export const waitingExamples = {
  EpisodeWaitlisted: [
    { level: 'iop', priority: 'injecting', requestedAt: at },
    'Waits for IOP since [day]: injects drugs.',
  ],
  InterimServiceRecorded: [
    { interimServiceId: 'i', services: ['hiv-tb-counselling', 'peer-support'], at },
    'Interim services while waiting: counselling about HIV and tuberculosis and peer support.',
  ],
  TransitionWaitlisted: [
    { transitionId: 't', level: 'residential' },
    'Residential has no place: the move waits, and the present level goes on.',
  ],
  TransitionPlaceFound: [
    { transitionId: 't', slotId: 's', handOffDueAt: at },
    'A place is found, and the move goes on. First attended service by [moment].',
  ],
} satisfies Partial<Examples>;
