import type { WorklistItem } from '@stepway/contracts';
import { dayAfter, localOf, momentOf } from '../../marks/local-moment.ts';

const hourMs = 3_600_000;

/** Until when a task can be put off: some hours, or the next morning. */
export type Snooze =
  { readonly hours: number; readonly until: string } | { readonly morning: true; readonly until: string };

/**
 * What is offered, no later than the limit of every one of the tasks.
 * @param timeZone undefined where the tasks are of sites in different zones: their mornings are not the same moment
 */
export function snoozesFor(
  items: readonly WorklistItem[],
  now: number,
  timeZone: string | undefined,
): readonly Snooze[] {
  const limits = items.map(({ snoozeUntil }) => (snoozeUntil === null ? 0 : Date.parse(snoozeUntil)));
  const latest = Math.min(...limits);
  const offered: readonly Snooze[] = [
    ...[1, 4, 24].map((hours) => ({ hours, until: new Date(now + hours * hourMs).toISOString() })),
    ...(timeZone === undefined
      ? []
      : [{ morning: true, until: new Date(nextMorning(now, timeZone)).toISOString() } as const]),
  ];
  return offered.filter(({ until }) => Date.parse(until) <= latest).toSorted((a, b) => (a.until < b.until ? -1 : 1));
}

/** Eight in the morning of the next day on the wall of the site. */
export function nextMorning(now: number, timeZone: string): number {
  const tomorrow = dayAfter(localOf(now, timeZone).slice(0, 10));
  return momentOf(`${tomorrow} 08:00`, timeZone) ?? now;
}
