/** A moment in the world, always `YYYY-MM-DDTHH:mm:ss.sssZ`: two instants compare as text. */
export type Instant = string;

export const msPerHour = 3_600_000;
export const msPerDay = 86_400_000;

export const toMs = (instant: Instant): number => Date.parse(instant);
export const fromMs = (ms: number): Instant => new Date(ms).toISOString();

/** Elapsed time: an hour is 60 minutes whatever the clocks on the wall do. */
export const plusHours = (instant: Instant, hours: number): Instant => fromMs(toMs(instant) + hours * msPerHour);
export const plusMinutes = (instant: Instant, minutes: number): Instant => fromMs(toMs(instant) + minutes * 60_000);
export const plusDays = (instant: Instant, days: number): Instant => fromMs(toMs(instant) + days * msPerDay);

/** Elapsed days from `earlier` to `later`, with fraction; negative when `later` lies before. */
export const daysBetween = (earlier: Instant, later: Instant): number => (toMs(later) - toMs(earlier)) / msPerDay;

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);
export const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);
