import { addDays, localDate, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Active } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import { laterOf } from '../time.ts';
import { contactDays } from './days.ts';

/**
 * The days on which missed contact asked for a clinical review at this stay: so many missed in a row, or so many within
 * a fortnight (clinical-reference §4; the figures are the level's). A row is broken by a session that was attended, not
 * by a call that reached the person. Counting begins anew after such a day, and after a review.
 */
export function missedContactDays(journey: Active, level: Level, calendar: SiteCalendar): readonly LocalDate[] {
  const { inARow, times, withinDays } = level.missedContact;
  const { attended, missed } = contactDays(journey, calendar);
  const reviewed = reviewedOn(journey, calendar);
  const asking: LocalDate[] = [];
  let counted: LocalDate[] = [];
  for (const day of missed) {
    if (day <= reviewed) continue;
    counted = [...counted, day];
    const lastAttended = attended.findLast((other) => other < day) ?? '';
    const row = counted.filter((other) => other > lastAttended);
    const lately = counted.filter((other) => other > addDays(day, -withinDays));
    if (row.length < inARow && lately.length < times) continue;
    asking.push(day);
    counted = [];
  }
  return asking;
}

const reviewedOn = ({ tasks }: Active, calendar: SiteCalendar): LocalDate => {
  const endedAt = tasks
    .filter(({ kind, state }) => kind === 'missed-contact-review' && state === 'completed')
    .flatMap((task) => task.endedAt ?? [])
    .reduce(laterOf, '');
  return endedAt === '' ? '' : localDate(endedAt, calendar);
};

/** The day of the first session that was missed since anybody was in contact with the person; undefined if none was. */
export function outOfContactSince(journey: Active, calendar: SiteCalendar): LocalDate | undefined {
  const { missed, lastContact } = contactDays(journey, calendar);
  return missed.find((day) => day > lastContact);
}
