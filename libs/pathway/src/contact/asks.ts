import type { LocalDate, SiteCalendar } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { Active } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import { contactDays } from './days.ts';
import { missedContactDays, outOfContactSince } from './missed-contact.ts';

/** Something that people are asked to do because contact was missed, for as long as the facts ask for it. */
export interface ContactAsk {
  readonly kind: Extract<TaskKind, 'absence-safety-check' | 'contact-outreach' | 'missed-contact-review'>;
  readonly role: Role;
  /** The local day of a session that was missed. */
  readonly subject: LocalDate;
  readonly withinHours: number;
}

/** What missed contact asks for at once. What days without contact ask for follows with time. */
export function contactAsks(
  journey: Active,
  level: Level,
  { programme, calendar }: Pick<Context, 'programme' | 'calendar'>,
): readonly ContactAsk[] {
  const { reviewHours, sameDayHours } = programme.deadlines;
  const review = missedContactDays(journey, level, calendar).at(-1);
  return [
    ...sameDayAsk(journey, level, sameDayHours, calendar),
    ...(review === undefined ? [] : [{ ...clinicalReview, subject: review, withinHours: reviewHours }]),
  ];
}

const clinicalReview = { kind: 'missed-contact-review', role: 'therapist' } as const;

/** Where the person is expected every day, an absence is first of all asked after for their safety. */
function sameDayAsk(
  journey: Active,
  { missedContact }: Level,
  withinHours: number,
  calendar: SiteCalendar,
): readonly ContactAsk[] {
  const since = outOfContactSince(journey, calendar);
  if (since === undefined) return [];
  const { missed, lastContact } = contactDays(journey, calendar);
  if (!missedContact.sameDaySafetyCheck) {
    // Told so late that a later day asks for outreach already, the first day asks for none.
    if (journey.lostContact.some((lost) => lost.since > lastContact)) return [];
    return [{ kind: 'contact-outreach', role: 'coordinator', subject: since, withinHours }];
  }
  const last = missed.at(-1) ?? since;
  return [{ kind: 'absence-safety-check', role: 'nurse', subject: last, withinHours }];
}
