const day = 86_400_000;

/**
 * The moment at which the clock of a zone shows this (as if it were UTC); undefined where there is no such zone.
 * Of the two moments of an hour that comes twice in autumn the earlier one; in the hour that is left out, as before it.
 */
export function instantIn(local: number, timeZone: string): number | undefined {
  const clock = clockOf(timeZone);
  if (clock === undefined) return undefined;
  const before = local - offsetAt(clock, local - day);
  const after = local - offsetAt(clock, local + day);
  const isRight = (utc: number): boolean => utc + offsetAt(clock, utc) === local;
  return isRight(before) || !isRight(after) ? before : after;
}

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!clocks.has(timeZone)) clocks.set(timeZone, newClock(timeZone));
  return clocks.get(timeZone);
}

function newClock(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat('sv-SE', { timeZone, ...fields, second: '2-digit' });
  } catch {
    return undefined; // no such zone
  }
}

/** What the clock of a zone shows beyond UTC. */
const offsetAt = (clock: Intl.DateTimeFormat, utc: number): number =>
  Date.parse(`${clock.format(utc).replace(' ', 'T')}Z`) - Math.floor(utc / 1000) * 1000;

const written = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(?:[.]\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/i;

/** A time as people and spreadsheets write it (`2026-11-20 09:10`, RFC 3339), without an offset of this zone. */
export function readLocalTime(text: string, timeZone: string): string | undefined {
  const [, date, minutes, seconds = ':00', offset] = written.exec(text.trim()) ?? [];
  if (date === undefined || minutes === undefined) return undefined;
  const local = Date.parse(`${date}T${minutes}${seconds}Z`);
  // The 31st of February is none.
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== date) return undefined;
  const utc = offset === undefined ? instantIn(local, timeZone) : Date.parse(`${date}T${minutes}${seconds}${offset}`);
  return utc === undefined || Number.isNaN(utc) ? undefined : new Date(utc).toISOString();
}
