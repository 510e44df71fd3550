import { listInWords } from '../../../texts/in-language.ts';
import type { DataOf } from '../care-events.ts';
import { consentWords, informationWords } from '../words/consents.ts';
import type { Sentences, Telling } from './telling.ts';

export const consentSentences = {
  ConsentGiven: ({ kind, information, expires, version }, telling) =>
    `Consent${version > 1 ? ` (version ${version})` : ''} ${consentWords[kind]}: ${listInWords(
      information.map((one) => informationWords[one]),
    )}; ${until(expires, telling)}.`,
  ConsentRevoked: ({ at, cause }, { moment }) =>
    cause === 'revoked'
      ? `Consent revoked from ${moment(at)} on.`
      : `The consent ended on ${moment(at)}, as it said it would.`,
  ConsentExpired: ({ at }, { day }) => `A consent ended on ${day(at)}.`,
} satisfies Partial<Sentences>;

function until(expires: DataOf<'ConsentGiven'>['expires'], { day }: Telling): string {
  switch (expires.on) {
    case 'date':
      return `until ${day(expires.at)}`;
    case 'event':
      return expires.event === 'other' ? 'until what it names' : `until the ${expires.event.replaceAll('-', ' ')}`;
    case 'never':
      return 'until it is revoked';
  }
}
