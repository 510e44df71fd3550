import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import 'dayjs/locale/es.js';

dayjs.extend(customParseFormat);

/** How people write a day: whole, and without its year. */
const written = {
  en: {
    whole: ['YYYY-MM-DD', 'M/D/YYYY', 'M/D/YY', 'D MMM YYYY', 'D MMMM YYYY', 'MMM D YYYY', 'MMMM D YYYY'],
    yearless: ['M/D', 'D MMM', 'D MMMM', 'MMM D', 'MMMM D'],
  },
  es: {
    whole: ['YYYY-MM-DD', 'D/M/YYYY', 'D/M/YY', 'D MMM YYYY', 'D MMMM YYYY', 'D [de] MMMM [de] YYYY'],
    yearless: ['D/M', 'D MMM', 'D MMMM', 'D [de] MMMM'],
  },
} as const;

/** Nobody's care, and nobody's birth, is of before. Half of a year that is being typed never counts as one. */
const firstYear = 1900;

/**
 * The day that was typed, as `YYYY-MM-DD`; null while it is none. A weekday before it is passed over; without a year it is
 * the day of that name nearest to `today`.
 * @param today `YYYY-MM-DD` by the clocks of the site; what follows is passed over
 */
export function typedDay(typed: string, today: string, language: 'en' | 'es'): string | null {
  const text = typed
    .toLowerCase()
    .replaceAll(/[.,]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\p{L}+ (?=\S)/u, (word) => (isMonth(word.trim()) ? word : ''));
  // Months are written as the language writes them: the exact comparison takes no other.
  const exact = language === 'en' ? text.replaceAll(/\p{L}+/gu, capitalised) : text;
  const { whole, yearless } = written[language];
  for (const format of whole) {
    const day = dayjs(exact, format, language, true);
    if (day.isValid() && day.year() >= firstYear) return day.format('YYYY-MM-DD');
  }
  const around = today.slice(0, 10);
  const year = Number(around.slice(0, 4));
  const near = yearless.flatMap((format) =>
    [year - 1, year, year + 1]
      .map((one) => dayjs(`${one} ${exact}`, `YYYY ${format}`, language, true))
      .filter((day) => day.isValid()),
  );
  const from = (day: dayjs.Dayjs): number => Math.abs(day.diff(around, 'day'));
  return near.toSorted((a, b) => from(a) - from(b))[0]?.format('YYYY-MM-DD') ?? null;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const months = ['en', 'es'].flatMap((language) =>
  Array.from({ length: 12 }, (_, month) => dayjs().locale(language).date(1).month(month)).flatMap((day) => [
    day.format('MMM').toLowerCase().replace('.', ''),
    day.format('MMMM').toLowerCase(),
  ]),
);
const isMonth = (word: string): boolean => months.includes(word);
