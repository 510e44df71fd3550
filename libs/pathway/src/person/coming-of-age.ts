import { startOfDay } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Ask } from '../tasks/ask.ts';
import { laterOf, msPerDay, msPerHour, plusDays } from '../time.ts';

/**
 * A person comes of age: consents, who may know what, groups, hours and the edition of the criteria change with the
 * day. It is prepared before, and looked through on the day (pathway §8, adolescents).
 */
export function comingOfAgeAsks(
  journey: OpenedJourney,
  { programme, calendar }: Pick<Context, 'programme' | 'calendar'>,
): readonly Ask[] {
  const { turns18On, openedAt } = journey;
  if (journey.status === 'discharged' || journey.ageGroup === 'adult' || turns18On === undefined) return [];
  const birthday = startOfDay(turns18On, calendar);
  const { noticeDays } = programme.adolescents;
  const asked = { role: 'therapist', subject: turns18On, cause: 'birthday' } as const;
  return [
    {
      ...asked,
      kind: 'prepare-coming-of-age',
      withinHours: (noticeDays * msPerDay) / msPerHour,
      since: laterOf(plusDays(birthday, -noticeDays), openedAt),
    },
    { ...asked, kind: 'turned-18', withinHours: programme.deadlines.reviewHours, since: birthday },
  ];
}
