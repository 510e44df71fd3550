import type { Examples } from './example.ts';
import { at } from './values.ts';

export const sessionExamples = {
  SessionRecorded: [
    { sessionId: 's', sessionType: 'group', startedAt: at, minutes: 150, attendance: 'missed' },
    'Group session, 2 h 30 min: did not attend.',
  ],
} satisfies Partial<Examples>;
