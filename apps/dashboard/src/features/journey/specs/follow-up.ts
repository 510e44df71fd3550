import type { Examples } from './example.ts';
import { at } from './values.ts';

export const followUpExamples = {
  FollowUpRecorded: [
    {
      point: 90,
      contactedAt: at,
      contact: 'reached',
      abstinentReported: true,
      abstinentTested: false,
      housing: 'independent-living',
      employment: 'part-time',
      arrests: 'none',
      selfHelp: '4-to-7',
      dischargedAt: at,
      inWindow: true,
    },
    'Follow-up at 90 days, on [day]: reached; reported abstinent; tested not abstinent; lives independently; works part time; no arrest in 30 days; 4 to 7 self-help meetings in 30 days.',
  ],
  FollowUpMissed: [{ point: 30, dischargedAt: at }, 'Follow-up at 30 days: no answer in its time.'],
} satisfies Partial<Examples>;
