import type { Examples } from './example.ts';
import { at } from './values.ts';

export const contactExamples = {
  OutreachRecorded: [
    { outreachId: 'o', at, channel: 'phone', reached: false },
    'Outreach by telephone, [moment]: not reached.',
  ],
  ContactLost: [{ since: '2026-11-16', days: 3 }, 'No contact for 3 days, since the session that was missed on [day].'],
} satisfies Partial<Examples>;
