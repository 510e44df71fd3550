import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import { length } from './length.ts';
import type { Sentences } from './telling.ts';

export const sessionSentences = {
  SessionRecorded: (data, { moment }) => {
    const said = {
      session: t(`events.sessions.kinds.${data.sessionType}`),
      moment: moment(data.startedAt),
      length: length(data.minutes),
      attendance: t(`events.sessions.attendance.${data.attendance}`),
    };
    const how = howOf(data);
    return how === '' ? t('events.sessions.SessionRecorded', said) : t('events.sessions.how', { ...said, how });
  },
} satisfies Partial<Sentences>;

const howOf = ({ modality, setting }: DataOf<'SessionRecorded'>): string =>
  [
    modality !== undefined && t(`events.sessions.modalities.${modality}`),
    setting === 'virtual' && t('events.sessions.virtual'),
  ]
    .filter((part) => part !== false)
    .join(', ');
