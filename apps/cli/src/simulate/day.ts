import type { Active, Instant, Level, LocalDate, Programme, Site, SiteCalendar } from '@stepway/pathway';
import type { Plan } from '../simulated/plan.ts';
import type { SimulatedPerson } from './person.ts';

/** A site's calendar, and the groups that it has. */
export type PlaceOfCare = SiteCalendar & { readonly groups?: Site['groups'] };

/** A morning in somebody's care: who they are, where they are, and which day it is. */
export interface Day {
  readonly person: SimulatedPerson;
  readonly programme: Programme;
  readonly calendar: PlaceOfCare;
  readonly journey: Active;
  /** Of the present stay. */
  readonly level: Level;
  readonly date: LocalDate;
  /** Days since admission, 0 = the day of it. */
  readonly number: number;
  /** Days since the present stay began. */
  readonly dayOfStay: number;
  /** On a leave that has not ended. */
  readonly away: boolean;
  /** A moment of this day, in hours after its local midnight. */
  at(hour: number): Instant;
}

/** What somebody, or the people around them, usually do: asked every morning what of it happens today. */
export type Habit = (day: Day) => readonly Plan[];
