import { language } from './texts.ts';

/** How lists, figures and dates are written: British English beside our spelling, the Spanish of the United States. */
const locales = { en: 'en-GB', es: 'es-US' } as const;
export const locale = (): string => locales[language()];

/** "opioids, cocaine and fentanyl". */
export const listInWords = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);

/** "4.2": with as many digits behind the point as are given. */
export const figure = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
