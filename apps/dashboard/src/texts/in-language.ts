import { language } from './texts.ts';

/** How lists, figures and dates are written: British English beside our spelling, the Spanish of the United States. */
const locales = { en: 'en-GB', es: 'es-US' } as const;
export const locale = (): string => locales[language()];

/** "opioids, cocaine and fentanyl". */
export const listInWords = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);

/** "4.2": with so many digits behind the point, or with all that there are. */
export const figure = (value: number, digits?: number): string =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 20,
  }).format(value);
