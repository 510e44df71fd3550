import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const contactSentences = {
  OutreachRecorded: ({ at, channel: code, reached }, { moment }) => {
    const outreach = { channel: t(`events.contact.channels.${code}`), moment: moment(at) };
    return reached ? t('events.contact.OutreachRecorded', outreach) : t('events.contact.notReached', outreach);
  },
  ContactLost: ({ since, days }, { day }) =>
    // Noon of UTC is the same day in every State.
    t('events.contact.ContactLost', { count: days, day: day(`${since}T12:00:00.000Z`) }),
} satisfies Partial<Sentences>;
