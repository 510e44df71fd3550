import { instantIn } from '../message/clock.ts';

const form = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.(\d{1,4}))?)?)?)?([+-]\d{4})?$/;
const hour = 3_600_000;

/**
 * A time of HL7 v2 (`20260202090000-0500`) as an instant; where no minute is told, as a day, which is no moment.
 * @param timeZone of a time without an offset; undefined where it is read and there is no such zone
 */
export function readHl7Time(text: string, timeZone: string): string | undefined {
  const [, year, month, date, hours, minutes, seconds = '0', fraction = '0', offset] = form.exec(text.trim()) ?? [];
  const days = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const written = [year, month, date].join('-');
  // The 31st of February is none.
  if (Number.isNaN(days) || new Date(days).toISOString().slice(0, 10) !== written) return undefined;
  if (hours === undefined || minutes === undefined) return written;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const clock = Number(hours) * hour + Number(minutes) * 60_000 + Number(seconds) * 1000;
  const local = days + clock + Math.floor(Number(`0.${fraction}`) * 1000);
  const utc = offset === undefined ? instantIn(local, timeZone) : local - offsetGiven(offset);
  return utc === undefined ? undefined : new Date(utc).toISOString();
}

/** A day alone, as of a birth; of a time only its day. */
export function readHl7Day(text: string): string | undefined {
  const day = readHl7Time(text.slice(0, 8), 'UTC');
  return day !== undefined && day.length === 10 ? day : undefined;
}

const offsetGiven = (offset: string): number =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * hour + Number(offset.slice(3)) * 60_000);
