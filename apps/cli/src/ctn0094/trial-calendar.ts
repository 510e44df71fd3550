import { addDays, fromMs, localDate, startOfDay, toMs, type Instant, type SiteCalendar } from '@stepway/pathway';
import { chance } from '../chance.ts';
import type { TrialPerson } from './people.ts';

const spreadOverDays = 180;
const staysOpenForDays = 60;

/** A person's study days on the clinic's calendar. */
export interface TrialCalendar {
  /** The moment of a study day, `minutes` after local midnight. */
  at(day: number, minutes: number): Instant;
  /** When the window ends. */
  readonly endsAt: Instant;
  /** Those whose window ended less than 60 days ago, and who did not leave, are still in care. */
  readonly staysOpen: boolean;
}

/** Seeded for each person: the ends of the windows are spread over the last 180 days before the first import. */
export function trialCalendar(person: TrialPerson, firstImportAt: Instant, site: SiteCalendar): TrialCalendar {
  const endedDaysAgo = chance('window', person.who).int(0, spreadOverDays - 1);
  const dayZero = addDays(localDate(firstImportAt, site), -endedDaysAgo - person.endDay);
  const at = (day: number, minutes: number) => fromMs(toMs(startOfDay(addDays(dayZero, day), site)) + minutes * 60_000);
  return {
    at,
    endsAt: fromMs(toMs(at(person.endDay + 1, 0)) - 60_000), // a day may have 23 or 25 hours
    staysOpen: endedDaysAgo < staysOpenForDays && person.leftDay === undefined && person.randomization !== undefined,
  };
}
