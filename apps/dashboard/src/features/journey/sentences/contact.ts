import { channelWords } from '../words/contact.ts';
import type { Sentences } from './telling.ts';

export const contactSentences = {
  OutreachRecorded: ({ at, channel, reached }, { moment }) =>
    `Outreach ${channelWords[channel]}, ${moment(at)}: ${reached ? 'reached' : 'not reached'}.`,
  ContactLost: ({ since, days }, { day }) =>
    // Noon of UTC is the same day in every State.
    `No contact for ${days === 1 ? '1 day' : `${days} days`}, since the session that was missed on ${day(`${since}T12:00:00.000Z`)}.`,
} satisfies Partial<Sentences>;
