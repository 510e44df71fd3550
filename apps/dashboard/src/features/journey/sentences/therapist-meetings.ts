import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const therapistMeetingSentences = {
  TherapistMeetingRecorded: ({ heldAt, outcome }, { moment }) =>
    t('events.therapistMeetings.TherapistMeetingRecorded', {
      moment: moment(heldAt),
      outcome: t(`events.therapistMeetings.outcomes.${outcome}`),
    }),
} satisfies Partial<Sentences>;
