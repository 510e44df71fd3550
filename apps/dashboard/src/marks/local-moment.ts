/** A moment as a wall clock says it, without a zone: `2026-11-20 14:00:00`. Fields of dates and times hold it. */
export function localOf(at: string | number, timeZone: string): string {
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
  const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * The moment at which a wall clock of the zone says this. What it says twice is the first of both; what it skips is the
 * moment at which it would have said it, had it not been put forward. Undefined for what is no date and time.
 */
export function momentOf(local: string, timeZone: string): number | undefined {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offsetAt = (at: number) => Date.parse(`${localOf(at, timeZone).replace(' ', 'T')}Z`) - at;
  // The offset an hour or more before is the one that still held if the clock was changed in between.
  const before = asUtc - offsetAt(asUtc - 86_400_000);
  const after = asUtc - offsetAt(asUtc + 86_400_000);
  const says = (at: number) => at + offsetAt(at) === asUtc;
  return says(before) || !says(after) ? before : after;
}
