import { addDays, isOpenOn, localDate, startOfDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { OpenedJourney } from '../journey.ts';
import { awayAllDay } from '../leaves/clock.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { WeekFigures } from './state.ts';
import { noMinutes, treatmentOf } from './treatment-minutes.ts';

export interface AttendanceRules {
  readonly programme: Programme;
  readonly calendar: SiteCalendar;
}

/** Why a week is not measured against a minimum. */
export type Unmeasured = 'no-stay' | 'no-minimum' | 'part-week' | 'no-session-recorded' | 'nobody-expected';

export interface Week extends WeekFigures {
  readonly unmeasured?: Unmeasured;
}

/**
 * The figures of local weeks, Monday to Sunday, as the facts tell them now. A week is measured where the person was
 * at one level for all of it, and that level asks adults or adolescents for a minimum. It asks for less in a week with
 * closed days of the site or days wholly away, and for nothing where nobody could be expected.
 * Before the first treatment session of a stay was recorded, nothing is known: the site may keep them elsewhere.
 */
export function weeksOf(journey: OpenedJourney, rules: AttendanceRules): (monday: LocalDate) => Week {
  const known = knownWeeks.get(journey);
  if (known?.programme === rules.programme && known.calendar === rules.calendar) return known.weekOf;
  const weekOf = findWeeks(journey, rules);
  knownWeeks.set(journey, { ...rules, weekOf });
  return weekOf;
}

/** Asked for by each guard and each week: a journey never changes, so its answer is kept with it. */
const knownWeeks = new WeakMap<OpenedJourney, AttendanceRules & { readonly weekOf: (monday: LocalDate) => Week }>();

function findWeeks(journey: OpenedJourney, rules: AttendanceRules): (monday: LocalDate) => Week {
  const { programme, calendar } = rules;
  const treatment = treatmentOf(journey.sessions, rules);
  const stays = journey.stays.map((stay) => ({
    level: stay.level,
    since: localDate(stay.since, calendar),
    until: stay.until === undefined ? undefined : localDate(stay.until, calendar),
  }));
  return (weekOf) => {
    const sunday = addDays(weekOf, 6);
    const last = stays.findLast(({ since }) => since <= sunday);
    // The stay in which the person was when the week ended.
    const stay = last && (last.until === undefined || last.until > sunday) ? last : undefined;
    const level = stay && programme.levels[stay.level];
    const expectedDays = daysExpected(weekOf, level, journey, calendar);
    const told = { weekOf, level: stay?.level ?? '', ...(treatment.weeks.get(weekOf) ?? noMinutes), expectedDays };
    if (stay === undefined) return { ...told, unmeasured: 'no-stay' };
    // Who comes of age during a week is measured as the adolescent that they were at its beginning.
    const ageGroup = ageGroupAt(journey, startOfDay(weekOf, calendar), calendar);
    const hours = level?.hoursPerWeek[ageGroup].minimum ?? 0;
    if (level === undefined || hours === 0) return { ...told, unmeasured: 'no-minimum' };
    if (stay.since > weekOf) return { ...told, unmeasured: 'part-week' };
    const recordedSince = treatment.days.find((day) => day >= stay.since);
    if (recordedSince === undefined || recordedSince > sunday) return { ...told, unmeasured: 'no-session-recorded' };
    if (expectedDays === 0) return { ...told, unmeasured: 'nobody-expected' };
    return { ...told, minimumMinutes: Math.round((hours * 60 * expectedDays) / daysOfAWeek(level, calendar)) };
  };
}

/** Days on which the person could be expected: those on which the level's care goes on, and not wholly away. */
function daysExpected(
  weekOf: LocalDate,
  level: Level | undefined,
  journey: OpenedJourney,
  calendar: SiteCalendar,
): number {
  const days = level?.schedule.roundTheClock === true ? daysFrom(weekOf) : openDaysOf(weekOf, calendar);
  return days.filter((day) => !awayAllDay(journey, day, calendar)).length;
}

const daysOfAWeek = (level: Level, { closedWeekdays }: SiteCalendar): number =>
  level.schedule.roundTheClock ? 7 : 7 - new Set(closedWeekdays).size;

/** A calendar never changes: the open days of a week are looked up once. */
function openDaysOf(weekOf: LocalDate, calendar: SiteCalendar): readonly LocalDate[] {
  const known = openDays.get(calendar) ?? new Map<LocalDate, readonly LocalDate[]>();
  openDays.set(calendar, known);
  const days = known.get(weekOf) ?? daysFrom(weekOf).filter((day) => isOpenOn(day, calendar));
  known.set(weekOf, days);
  return days;
}
const daysFrom = (weekOf: LocalDate): readonly LocalDate[] =>
  [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(weekOf, offset));

const openDays = new WeakMap<SiteCalendar, Map<LocalDate, readonly LocalDate[]>>();
