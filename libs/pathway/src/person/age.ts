import { startOfDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Instant } from '../time.ts';
import type { AgeGroup } from '../vocabulary.ts';

/** What is known of a person's age: never the birth date, of adolescents the day on which they come of age. */
export interface Age {
  readonly ageGroup: AgeGroup;
  readonly turns18On?: LocalDate;
}

/** The moment at which an adolescent comes of age, where that is known. */
const comesOfAgeAt = ({ ageGroup, turns18On }: Age, calendar: SiteCalendar): Instant | undefined =>
  ageGroup === 'adult' || turns18On === undefined ? undefined : startOfDay(turns18On, calendar);

/** From the beginning of their birthday, in the site's time, an adolescent is an adult (pathway §8). */
export function ageGroupAt(age: Age, at: Instant, calendar: SiteCalendar): AgeGroup {
  const adultFrom = comesOfAgeAt(age, calendar);
  return adultFrom === undefined || at < adultFrom ? age.ageGroup : 'adult';
}
