import type { DischargeReason } from '../vocabulary.ts';

/** Why a referral never became an admission. */
export const referralCloseReasons = [
  'went-elsewhere',
  'declined-care',
  'could-not-be-reached',
  'not-eligible',
  'no-place',
  'referred-in-error',
  'other',
] as const;
export type ReferralCloseReason = (typeof referralCloseReasons)[number];

/** What a death is put down to, as far as the clinic was told; a coroner's word may come later. */
export const deathCauses = ['overdose', 'suicide', 'other', 'not-known'] as const;
export type DeathCause = (typeof deathCauses)[number];

/** Why an episode is over: a reason of TEDS-D, or a referral of whom nobody was ever discharged. */
export type EndReason = DischargeReason | 'never-admitted';

/** What came of one step of a procedure: `declined` by the person, `not-possible` for the clinic. */
export const stepsTaken = ['done', 'declined', 'not-possible'] as const;
export type StepTaken = (typeof stepsTaken)[number];
