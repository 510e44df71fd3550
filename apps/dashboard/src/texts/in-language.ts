import { locale } from './texts.ts';

/** "opioids, cocaine and fentanyl". */
export const listInWords = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);

/** "45%", of a part of one; whole ones, and never more than there is. */
export const share = (part: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(Math.floor(part * 100) / 100);

/** "4.2": with so many digits behind the point, or with all that there are. */
export const figure = (value: number, digits?: number): string =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 20,
  }).format(value);
