import type { WorklistItem } from '@stepway/contracts';

const hourMs = 3_600_000;

/** Until when a task can be put off: some hours, or the next morning. */
export type Snooze =
  { readonly hours: number; readonly until: string } | { readonly morning: true; readonly until: string };

/** What is offered, no later than the limit of every one of the tasks. */
export function snoozesFor(items: readonly WorklistItem[], now: number, timeZone: string): readonly Snooze[] {
  const limits = items.map(({ snoozeUntil }) => (snoozeUntil === null ? 0 : Date.parse(snoozeUntil)));
  const latest = Math.min(...limits);
  const offered: readonly Snooze[] = [
    ...[1, 4, 24].map((hours) => ({ hours, until: new Date(now + hours * hourMs).toISOString() })),
    { morning: true, until: new Date(nextMorning(now, timeZone)).toISOString() },
  ];
  return offered.filter(({ until }) => Date.parse(until) <= latest).toSorted((a, b) => (a.until < b.until ? -1 : 1));
}

/** Eight in the morning of the next day on the wall of the site. */
export function nextMorning(now: number, timeZone: string): number {
  const tomorrow = wallOf(now + 24 * hourMs, timeZone);
  const eight = Date.UTC(tomorrow.year, tomorrow.month - 1, tomorrow.day, 8);
  // The wall clock says so at that moment, less what it is ahead of UTC then.
  return eight - (Date.UTC(...partsOf(wallOf(eight, timeZone))) - eight);
}

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

function wallOf(at: number, timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const found = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: keyof Wall) => found.get(name) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const partsOf = ({ year, month, day, hour, minute }: Wall): [number, number, number, number, number] => [
  year,
  month - 1,
  day,
  hour,
  minute,
];
