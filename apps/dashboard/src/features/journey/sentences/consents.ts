import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import type { Sentences, Telling } from './telling.ts';

export const consentSentences = {
  ConsentGiven: ({ kind, information, expires, version }, telling) => {
    const given = {
      purpose: t(`events.consents.purposes.${kind}`),
      information: listInWords(information.map((one) => t(`events.consents.information.${one}`))),
      until: until(expires, telling),
    };
    return version > 1
      ? t('events.consents.givenAgain', { ...given, version })
      : t('events.consents.ConsentGiven', given);
  },
  ConsentRevoked: ({ at, cause }, { moment }) =>
    cause === 'revoked'
      ? t('events.consents.ConsentRevoked', { moment: moment(at) })
      : t('events.consents.endedAsSaid', { moment: moment(at) }),
  ConsentExpired: ({ at }, { day }) => t('events.consents.ConsentExpired', { day: day(at) }),
} satisfies Partial<Sentences>;

function until(expires: DataOf<'ConsentGiven'>['expires'], { day }: Telling): string {
  switch (expires.on) {
    case 'date':
      return t('events.consents.until.date', { day: day(expires.at) });
    case 'event':
      return t(`events.consents.until.${expires.event}`);
    case 'never':
      return t('events.consents.until.never');
  }
}
