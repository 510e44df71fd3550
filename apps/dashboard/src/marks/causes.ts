import { causes } from '../texts/en/causes.ts';
import { capital } from '../texts/letters.ts';
import { t } from '../texts/texts.ts';

const isSaid = (cause: string): cause is keyof typeof causes => Object.hasOwn(causes, cause);

/** What is due next. A cause of a newer server is shown by its name. */
export const causeWords = (cause: string): string =>
  isSaid(cause) ? t(`causes.${cause}`) : capital(cause.replaceAll('-', ' '));
