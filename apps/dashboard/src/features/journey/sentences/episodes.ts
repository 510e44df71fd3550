import { listInWords } from '../../../texts/in-language.ts';
import { deathWords, dischargeWords, exclusionWords, referralCloseWords } from '../words/episodes.ts';
import { small } from '../../../texts/letters.ts';
import type { Sentences } from './telling.ts';

export const episodeSentences = {
  EpisodeOpened: ({ entryLevel, programme }, { level }) =>
    `Episode of care opened, to begin in ${level(entryLevel)} (${programme.id} v${programme.version}).`,
  Admitted: ({ level: at, exclusionsOverridden = [] }, { level }) =>
    `Admitted to ${level(at)} at the first attended service${exclusionsOverridden.length === 0 ? '' : `, by a medical decision although the assessment found: ${listInWords(exclusionsOverridden.map((code) => exclusionWords[code]))}`}.`,
  EpisodeDischarged: ({ reasonCode, againstAdvice }) =>
    `Discharged: ${againstAdvice ? 'patient-directed discharge' : small(dischargeWords[reasonCode])}.`,
  TerminationRequested: ({ lapsesAt }, { moment }) =>
    `A colleague wishes to end the episode for the programme; it goes on unless a second person joins by ${moment(lapsesAt)}.`,
  TerminationLapsed: () => 'No second person joined: the episode goes on.',
  ReferralClosed: ({ reasonCode }) => `Referral closed, never admitted: ${small(referralCloseWords[reasonCode])}.`,
  EpisodeReopened: (data, { level }) => `Back in the same episode, in ${level(data.level)}.`,
  DeathRecorded: ({ at, cause }, { day }) => `The person died on ${day(at)}: ${small(deathWords[cause])}.`,
} satisfies Partial<Sentences>;
