import type { DataOf, Values, Words } from '../care-events.ts';

export const dischargeWords: Words<Values<'EpisodeDischarged', 'reasonCode'>> = {
  completed: 'Completed',
  'dropped-out': 'Left before completion',
  'terminated-by-facility': 'Ended by the programme',
  transferred: 'Transferred',
  incarcerated: 'In jail or prison',
  death: 'Died',
  other: 'Another reason',
};

/** How an episode ended: a referral that was closed had no discharge. */
export const endWords = { ...dischargeWords, 'never-admitted': 'Never admitted' };

export const referralCloseWords: Words<Values<'ReferralClosed', 'reasonCode'>> = {
  'went-elsewhere': 'Went elsewhere',
  'declined-care': 'Decided against care for now',
  'could-not-be-reached': 'Could not be reached',
  'not-eligible': 'The programme does not fit',
  'no-place': 'No place in time',
  'referred-in-error': 'Referred in error',
  died: 'Died',
  other: 'Another reason',
};

export const deathWords: Words<Values<'DeathRecorded', 'cause'>> = {
  overdose: 'Overdose',
  suicide: 'Suicide',
  other: 'Another cause',
  'not-known': 'Cause not known',
};

/** What an assessment found that speaks against the level. */
export const exclusionWords: Words<NonNullable<DataOf<'Admitted'>['exclusionsOverridden']>[number]> = {
  'needs-medical-detox': 'needs medical withdrawal management',
  'severe-withdrawal': 'severe withdrawal',
  'uncontrolled-psychiatric-symptoms': 'psychiatric symptoms that are not under control',
  'severe-co-occurring-condition': 'a severe co-occurring condition',
  'severe-addiction': 'a severe substance use disorder',
  'needs-full-time-supervision': 'needs somebody there at all times',
  'unsafe-home': 'a home that is not safe',
  'needs-acute-hospital-care': 'needs acute care in a hospital',
};
