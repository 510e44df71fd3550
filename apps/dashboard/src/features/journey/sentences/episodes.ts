import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const episodeSentences = {
  EpisodeOpened: ({ entryLevel, programme }, { level, programme: named }) =>
    t('events.episodes.EpisodeOpened', { level: level(entryLevel), programme: named(programme) }),
  Admitted: ({ level: at, exclusionsOverridden = [] }, { level }) =>
    exclusionsOverridden.length === 0
      ? t('events.episodes.Admitted', { level: level(at) })
      : t('events.episodes.admittedAlthough', {
          level: level(at),
          exclusions: listInWords(exclusionsOverridden.map((code) => t(`events.episodes.exclusions.${code}`))),
        }),
  EpisodeDischarged: ({ reasonCode, againstAdvice }) =>
    againstAdvice
      ? t('events.episodes.patientDirected')
      : t('events.episodes.EpisodeDischarged', { reason: t(`events.episodes.ends.${reasonCode}`) }),
  TerminationRequested: ({ lapsesAt }, { moment }) =>
    t('events.episodes.TerminationRequested', { moment: moment(lapsesAt) }),
  TerminationLapsed: () => t('events.episodes.TerminationLapsed'),
  ReferralClosed: ({ reasonCode }) =>
    t('events.episodes.ReferralClosed', { reason: t(`events.episodes.referralEnds.${reasonCode}`) }),
  EpisodeReopened: (data, { level }) => t('events.episodes.EpisodeReopened', { level: level(data.level) }),
  DeathRecorded: ({ at, cause }, { day }) =>
    t('events.episodes.DeathRecorded', { day: day(at), cause: t(`events.episodes.deaths.${cause}`) }),
} satisfies Partial<Sentences>;
