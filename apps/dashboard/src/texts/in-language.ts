import { locale } from './texts.ts';

/** "opioids, cocaine and fentanyl". */
export const listInWords = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);

/** "4.2": with so many digits behind the point, or with all that there are. */
export const figure = (value: number, digits?: number): string =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 20,
  }).format(value);
