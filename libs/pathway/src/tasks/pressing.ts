import { contactDays } from '../contact/days.ts';
import { isMoud, moudTaken } from '../medications/explains.ts';
import { missedDosesThatCount, missedInARow } from '../medications/missed-in-a-row.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { OpenedJourney } from '../journey.ts';
import { isPregnantAt } from '../person/pregnancy.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { waitingPriority } from '../waiting/priority.ts';
import { openCrisis } from '../crises/state.ts';

/** What is known of a person that makes every task about them more pressing. `at` is the moment it is known by. */
export type PressingFact =
  | { readonly part: 'open-crisis'; readonly at: Instant }
  | { readonly part: 'opioid-use-without-naloxone'; readonly at: Instant; readonly drugClasses: readonly DrugClass[] }
  | { readonly part: 'recent-use'; readonly at: Instant; readonly drugClasses: readonly DrugClass[] }
  | { readonly part: 'lost-tolerance'; readonly at: Instant; readonly level: string }
  | { readonly part: 'missed-doses'; readonly doses: number }
  | { readonly part: 'next-dose-not-arranged' }
  | { readonly part: 'pregnant' }
  | { readonly part: 'injects' }
  | { readonly part: 'hand-off-overdue'; readonly at: Instant }
  | { readonly part: 'hand-off-missed'; readonly times: number }
  | { readonly part: 'hand-off-without-appointment'; readonly at: Instant }
  | { readonly part: 'out-of-contact'; readonly days: number };

/** Days in which use, or the end of round-the-clock care, still weighs (clinical-reference §4: overdose after detox exit). */
export const weighsForDays = { use: 28, lostTolerance: 28 } as const;

interface Rules {
  readonly programme: Programme;
  readonly calendar: SiteCalendar;
}

/**
 * The facts of a journey that make its tasks pressing, as they stood when it last changed. Opioid use without naloxone,
 * lost tolerance after round-the-clock care and a gap in medication are the ways in which people die (clinical-reference
 * §4, rows on detox exit and MOUD continuity); pregnancy and injecting come first by statute (45 CFR 96.131).
 */
export function pressingFacts(journey: OpenedJourney, rules: Rules): readonly PressingFact[] {
  return [
    ...crisis(journey),
    ...use(journey, rules),
    ...lostTolerance(journey, rules),
    ...medication(journey, rules),
    ...priority(journey),
    ...handOff(journey),
    ...outOfContact(journey, rules),
  ];
}

function crisis(journey: OpenedJourney): readonly PressingFact[] {
  const open = openCrisis(journey);
  return open === undefined ? [] : [{ part: 'open-crisis', at: open.raisedAt }];
}

function use({ uses, naloxone, recordedAt }: OpenedJourney, { programme }: Rules): readonly PressingFact[] {
  const recent = uses
    .filter(({ withdrawn, at }) => !withdrawn && at <= recordedAt && daysBetween(at, recordedAt) <= weighsForDays.use)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const opioids = recent.find(({ drugClasses }) =>
    drugClasses.some((one) => programme.drugTesting.overdoseCheck.always.includes(one)),
  );
  if (opioids !== undefined && !naloxone.some(({ at }) => at >= opioids.at))
    return [{ part: 'opioid-use-without-naloxone', at: opioids.at, drugClasses: opioids.drugClasses }];
  const [last] = recent;
  return last === undefined ? [] : [{ part: 'recent-use', at: last.at, drugClasses: last.drugClasses }];
}

/** Lately at a level where a person lives, and not any more. */
function lostTolerance(journey: OpenedJourney, { programme }: Rules): readonly PressingFact[] {
  const livesThere = (level: string): boolean => programme.levels[level]?.schedule.roundTheClock === true;
  if (journey.status === 'referred' || (journey.status === 'active' && livesThere(journey.stay.level))) return [];
  const left = journey.stays.findLast(({ level, until }) => until !== undefined && livesThere(level));
  if (left?.until === undefined || daysBetween(left.until, journey.recordedAt) > weighsForDays.lostTolerance) return [];
  return [{ part: 'lost-tolerance', at: left.until, level: left.level }];
}

function medication(journey: OpenedJourney, { programme }: Rules): readonly PressingFact[] {
  const { recordedAt, medications } = journey;
  const taken = moudTaken(journey, programme, recordedAt);
  const doses = medications
    .filter((one) => isMoud(one, programme) && taken.includes(one))
    .flatMap((one) => missedInARow(one, programme).filter((row) => row.doses >= missedDosesThatCount(one, programme)))
    .filter(({ to }) => daysBetween(to, recordedAt) <= weighsForDays.use)
    .reduce((most, row) => Math.max(most, row.doses), 0);
  const leaving = journey.status === 'active' && journey.transition?.state === 'started';
  const without = taken.some(({ nextDose }) => nextDose === undefined || nextDose.at <= recordedAt);
  return [
    ...(doses > 0 ? [{ part: 'missed-doses', doses } as const] : []),
    ...(leaving && without ? [{ part: 'next-dose-not-arranged' } as const] : []),
  ];
}

function priority(journey: OpenedJourney): readonly PressingFact[] {
  const injects = journey.status === 'referred' && waitingPriority(journey).endsWith('injecting');
  return [
    ...(isPregnantAt(journey, journey.recordedAt) ? [{ part: 'pregnant' } as const] : []),
    ...(injects ? [{ part: 'injects' } as const] : []),
  ];
}

/** A move that waits for a place has no deadline: nobody is late. */
function handOff(journey: OpenedJourney): readonly PressingFact[] {
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (open?.state !== 'started' || open.waitingSince !== undefined) return [];
  return [
    ...(open.overdueSaid ? [{ part: 'hand-off-overdue', at: open.handOffDueAt } as const] : []),
    ...(open.missed > 0 ? [{ part: 'hand-off-missed', times: open.missed } as const] : []),
    ...(open.appointmentAt === undefined
      ? [{ part: 'hand-off-without-appointment', at: open.handOffDueAt } as const]
      : []),
  ];
}

function outOfContact(journey: OpenedJourney, { calendar }: Rules): readonly PressingFact[] {
  if (journey.status !== 'active') return [];
  const { lastContact } = contactDays(journey, calendar);
  const days = journey.lostContact
    .filter(({ since }) => since > lastContact)
    .reduce((most, lost) => Math.max(most, lost.days), 0);
  return days === 0 ? [] : [{ part: 'out-of-contact', days }];
}
