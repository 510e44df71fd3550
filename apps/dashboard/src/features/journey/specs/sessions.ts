import type { Examples } from './example.ts';
import { at } from './values.ts';

export const sessionExamples = {
  SessionRecorded: [
    {
      sessionId: 's',
      sessionType: 'group',
      startedAt: at,
      minutes: 150,
      attendance: 'missed',
      modality: 'cbt',
      track: 'evening',
      setting: 'virtual',
      participants: 'group',
      groupId: 'evening-skills',
    },
    'Group session (CBT, virtual), [moment], 2 h 30 min: did not attend.',
  ],
} satisfies Partial<Examples>;
