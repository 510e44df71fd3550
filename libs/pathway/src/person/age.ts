import { startOfDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Instant } from '../time.ts';
import type { AgeGroup } from '../vocabulary.ts';

/** What is known of a person's age: never the birth date, of adolescents the day on which they come of age. */
export interface Age {
  readonly ageGroup: AgeGroup;
  readonly turns18On?: LocalDate;
}

/** From the beginning of their birthday, in the site's time, an adolescent is an adult (pathway §8). */
export function ageGroupAt({ ageGroup, turns18On }: Age, at: Instant, calendar: SiteCalendar): AgeGroup {
  if (ageGroup === 'adult' || turns18On === undefined) return ageGroup;
  return at < startOfDay(turns18On, calendar) ? 'adolescent' : 'adult';
}
