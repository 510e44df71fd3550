import { medications } from '../texts/en/medications.ts';
import { t } from '../texts/texts.ts';

type Known = keyof typeof medications;
const isKnown = (code: string): code is Known => Object.hasOwn(medications, code);

/** "buprenorphine with naloxone"; what the formularies that come with Stepway do not have stays as its own wrote it. */
export const medicationWords = (code: string): string =>
  code === 'other' ? t('events.medications.another') : isKnown(code) ? t(`medications.${code}`) : code;

const codes = new Map<string, string>(Object.entries(medications).map(([code, title]) => [title.toLowerCase(), code]));

/** The same by the title that the record has, which is English; one that is not known stays. */
export const medicationTitled = (title: string): string => medicationWords(codes.get(title.toLowerCase()) ?? title);
