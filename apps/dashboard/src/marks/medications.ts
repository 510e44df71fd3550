import { t } from '../texts/texts.ts';

/** "buprenorphine-naloxone" stays as the formulary writes it. */
export const medicationWords = (code: string): string => (code === 'other' ? t('events.medications.another') : code);
