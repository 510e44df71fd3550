import { addDays, startOfDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Active } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Instant } from '../time.ts';
import { contactDays } from './days.ts';

/** A number of days without contact on which somebody reaches out, or looks at how it goes on. */
export interface Stage {
  readonly since: LocalDate;
  readonly days: number;
  /** When that day begins. */
  readonly at: Instant;
}

/** The subject of what is asked at a stage: `2026-05-04.day-3`. */
export const stageSubject = ({ since, days }: Pick<Stage, 'since' | 'days'>): string => `${since}.day-${days}`;

/** The stage of such a subject; what is asked on the day itself has that day as its subject. */
export function stageOf(subject: string, calendar: SiteCalendar): Stage {
  const [since = '', days] = subject.split('.day-');
  return stageAt(since, Number(days ?? 0), calendar);
}

export const stageAt = (since: LocalDate, days: number, calendar: SiteCalendar): Stage => ({
  since,
  days,
  at: startOfDay(addDays(since, days), calendar),
});

/** The stages that have not been reached since the session that was missed first; the person was not seen since. */
export function stagesToCome(
  journey: Active,
  since: LocalDate,
  level: Level,
  calendar: SiteCalendar,
): readonly Stage[] {
  const { lastContact } = contactDays(journey, calendar);
  const said = journey.lostContact.filter((lost) => lost.since > lastContact).map(({ days }) => days);
  return level.missedContact.outreachDays
    .filter((days) => days > Math.max(0, ...said))
    .map((days) => stageAt(since, days, calendar));
}
