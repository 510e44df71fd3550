import { reference, type SomePartnerRules } from './form.ts';

/**
 * From referral to discharge: level, moments, a coarse reason. Why somebody was referred, how urgently, and what was
 * weighed at admission stay here. A death is told by people, not by rule (42 CFR 2.15 asks another signature).
 */
export const episodeRules = {
  EpisodeOpened: {
    information: 'level-of-care',
    fields: {
      patientId: 'never',
      programme: 'never',
      siteId: 'level-of-care',
      entryLevel: 'level-of-care',
      ageGroup: 'never',
      turns18On: 'never',
      referralSource: 'never',
      priority: 'never',
      requestedAt: 'level-of-care',
      previousEpisodeId: 'never',
    },
  },
  Admitted: {
    information: 'level-of-care',
    fields: { level: 'level-of-care', attendedAt: 'level-of-care', exclusionsOverridden: 'never' },
  },
  ReferralClosed: { information: 'discharge', fields: { at: 'discharge', reasonCode: 'discharge' } },
  TerminationRequested: 'never',
  TerminationLapsed: 'never',
  EpisodeDischarged: {
    information: 'discharge',
    fields: {
      at: 'discharge',
      reasonCode: 'discharge',
      destination: 'never',
      againstAdvice: 'discharge',
      leaving: 'never',
      termination: 'never',
    },
  },
  EpisodeReopened: {
    information: 'level-of-care',
    fields: {
      level: 'level-of-care',
      attendedAt: 'level-of-care',
      from: 'level-of-care',
      transitionId: reference('level-of-care'),
      exclusionsOverridden: 'never',
    },
  },
  DeathRecorded: 'never',
} satisfies SomePartnerRules;
