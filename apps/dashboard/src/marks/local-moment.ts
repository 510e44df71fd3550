const formats = new Map<string, Intl.DateTimeFormat>();

/** One for each zone: to make one takes longer than to use it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** A moment as a wall clock says it, without a zone: `2026-11-20 14:00:00`. Fields of dates and times hold it. */
export function localOf(at: string | number, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** What a wall clock of a zone says: at no moment (clocks are put forward), at one, or at two (they are put back). */
export interface WallMoments {
  /** The moments at which it says so, the earlier first. */
  readonly said: readonly number[];
  /** The moment that is meant: where it is said twice the first of both, where it is skipped the one that would have been. */
  readonly meant: number;
}

/** The moments at which a wall clock of the zone says this; undefined for what is no date and time. */
export function momentsOf(local: string, timeZone: string): WallMoments | undefined {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offsetAt = (at: number) => Date.parse(`${localOf(at, timeZone).replace(' ', 'T')}Z`) - at;
  // The offsets of the day before and of the day after: they differ where the clocks are changed in between.
  const before = asUtc - offsetAt(asUtc - 86_400_000);
  const after = asUtc - offsetAt(asUtc + 86_400_000);
  const said = [...new Set([before, after])].filter((at) => at + offsetAt(at) === asUtc).toSorted((a, b) => a - b);
  return { said, meant: said[0] ?? before };
}

/** The moment that a wall clock of the zone means by this; undefined for what is no date and time. */
export const momentOf = (local: string, timeZone: string): number | undefined => momentsOf(local, timeZone)?.meant;

/** The day after a day of the calendar, whatever its length: `2026-03-08` → `2026-03-09`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
