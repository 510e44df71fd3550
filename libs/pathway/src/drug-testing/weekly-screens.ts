import { addDays, daysApart, localDate, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { Opened } from '../journey.ts';
import type { ScreeningPlan } from './state.ts';
import { explainedBy } from '../medications/explains.ts';
import { medicationsAndGiven } from '../medications/given-elsewhere.ts';
import { wasAttended } from '../sessions/attended.ts';
import type { Session } from '../sessions/state.ts';
import type { Programme } from '../programme/programme.ts';
import { earlierOf, laterOf, type Instant } from '../time.ts';
import { mergeReports, type MergedSpecimen } from './merge.ts';
import { findingOf, temperatureOf } from './validity.ts';

/** `+` only positive days, `-` only negative days, `*` both, `o` none. */
export type WeekSymbol = '+' | '-' | '*' | 'o';

export interface WeeklyScreen {
  /** From 1. */
  readonly week: number;
  /** Its first local day. */
  readonly from: LocalDate;
  readonly symbol: WeekSymbol;
}

/** What the weekly screens are read from. */
export type ScreenedFacts = Pick<
  Opened,
  'screeningPlan' | 'specimens' | 'sessions' | 'medications' | 'externalEncounters'
>;

/**
 * One symbol for each week of the screening plan (pathway §4, "Weekly screens"): reported outcomes, not
 * dispositions. The local day of the plan's `from` is the first day of week 1, and the local day of its
 * `until` the last one counted: a plan that counts from the day *after* an event begins on that day.
 * `until` ends the strip earlier; a plan without any end goes on to the last specimen or session.
 *
 * A day is positive when a class of the plan is positive that no medication at the time explains, also
 * where the specimen's temperature was out of range. It is negative by a valid specimen without one, or by
 * an attended visit without one, as the plan says: who was only heard, or seen on a screen, could give no specimen. Preliminary results count until a final report differs.
 */
export function weeklyScreens(
  facts: ScreenedFacts,
  { programme, calendar }: Pick<Context, 'programme' | 'calendar'>,
  until?: Instant,
): readonly WeeklyScreen[] {
  const plan = facts.screeningPlan;
  if (plan === undefined) return [];
  const end = endOf(plan, until) ?? lastFact(facts);
  if (end === '') return [];
  const first = localDate(plan.from, calendar);
  const days = daysApart(first, localDate(end, calendar)) + 1;
  const weeks = Array.from({ length: Math.max(0, Math.ceil(days / 7)) }, () => ({ positive: false, negative: false }));
  const { positive, negative } = screenedDays(facts, plan, programme, calendar);

  const weekOf = (day: LocalDate): (typeof weeks)[number] | undefined => {
    const offset = daysApart(first, day);
    return offset < days ? weeks[Math.floor(offset / 7)] : undefined;
  };
  for (const day of positive) {
    const week = weekOf(day);
    if (week) week.positive = true;
  }
  for (const day of negative) {
    const week = positive.has(day) ? undefined : weekOf(day);
    if (week) week.negative = true;
  }
  return weeks.map((week, index) => ({
    week: index + 1,
    from: addDays(first, index * 7),
    symbol: symbolOf(week.positive, week.negative),
  }));
}

const endOf = ({ until: planned }: ScreeningPlan, until: Instant | undefined): Instant | undefined =>
  planned !== undefined && until !== undefined ? earlierOf(planned, until) : (planned ?? until);

const lastFact = ({ specimens, sessions }: ScreenedFacts): Instant =>
  [...specimens.map(({ collectedAt }) => collectedAt), ...sessions.map(({ startedAt }) => startedAt)].reduce(
    laterOf,
    '',
  );

/** The person was there, where a specimen could have been collected. */
const wasVisit = (session: Session): boolean =>
  wasAttended(session) && session.setting !== 'virtual' && session.sessionType !== 'telephone-check-up';

function symbolOf(positive: boolean, negative: boolean): WeekSymbol {
  if (positive) return negative ? '*' : '+';
  return negative ? '-' : 'o';
}

function screenedDays(
  facts: ScreenedFacts,
  plan: ScreeningPlan,
  programme: Programme,
  calendar: SiteCalendar,
): { readonly positive: ReadonlySet<LocalDate>; readonly negative: ReadonlySet<LocalDate> } {
  const { specimens, sessions } = facts;
  const medications = medicationsAndGiven(facts);
  const positive = new Set<LocalDate>();
  const negative = new Set<LocalDate>();
  for (const specimen of specimens.map(mergeReports)) {
    const day = localDate(specimen.collectedAt, calendar);
    if (isPositive(specimen, plan, medications, programme)) positive.add(day);
    else if (plan.negativeBy === 'specimen' && speaksForNegative(specimen, plan, programme)) negative.add(day);
  }
  if (plan.negativeBy === 'attended-visit')
    for (const session of sessions) if (wasVisit(session)) negative.add(localDate(session.startedAt, calendar));
  return { positive, negative };
}

const isPositive = (
  { classes, collectedAt }: MergedSpecimen,
  { drugClasses }: ScreeningPlan,
  medications: Opened['medications'],
  programme: Programme,
): boolean =>
  classes.some(({ drugClass, outcome, cancelled, results }) => {
    if (outcome !== 'positive' || cancelled || !drugClasses.includes(drugClass)) return false;
    const found = results.filter((result) => result.outcome === 'positive');
    return explainedBy(found, collectedAt, medications, programme) === undefined;
  });

/** A valid specimen in which a class of the plan was tested, and the laboratory could tell. */
function speaksForNegative(specimen: MergedSpecimen, { drugClasses }: ScreeningPlan, programme: Programme): boolean {
  const finding = findingOf(specimen, programme);
  if ((finding !== 'valid' && finding !== 'not-recorded') || temperatureOf(specimen, programme) === 'out-of-range')
    return false;
  return specimen.classes.some(
    ({ drugClass, cancelled, outcome }) =>
      drugClasses.includes(drugClass) && !cancelled && (outcome === 'negative' || outcome === 'positive'),
  );
}
