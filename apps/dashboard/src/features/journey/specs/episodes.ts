import type { Examples } from './example.ts';
import { at, programme } from './values.ts';

export const episodeExamples = {
  EpisodeOpened: [
    { patientId: 'p', programme, siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' },
    'Episode of care opened, to begin in IOP (Four levels of care, version 1).',
  ],
  Admitted: [{ level: 'iop', attendedAt: at }, 'Admitted to IOP at the first attended service.'],
  EpisodeDischarged: [{ at, reasonCode: 'dropped-out', againstAdvice: false }, 'Discharged: left before completion.'],
  TerminationRequested: [
    { at, termination: { warnedAt: at, referral: 'done' }, lapsesAt: at },
    'A colleague wishes to end the episode for the programme; it goes on unless a second person joins by [moment].',
  ],
  TerminationLapsed: [{ requestId: 'e' }, 'No second person joined: the episode goes on.'],
  ReferralClosed: [
    { at, reasonCode: 'could-not-be-reached' },
    'Referral closed, never admitted: could not be reached.',
  ],
  EpisodeReopened: [
    { level: 'iop', attendedAt: at, from: 'aftercare', transitionId: 't3' },
    'Back in the same episode, in IOP.',
  ],
  DeathRecorded: [{ at, cause: 'not-known' }, 'The person died on [day]: cause not known.'],
} satisfies Partial<Examples>;
