import { addDays, daysApart, localDate, mondayOf, startOfDay } from '../calendar.ts';
import type { RuleTried } from '../rule-tried.ts';
import { activeHold } from '../holds/decide.ts';
import type { Active } from '../journey.ts';
import type { Use } from '../drug-testing/state.ts';
import { endOf, formularyEntryOf, isMoud, moudTaken } from '../medications/explains.ts';
import { laterOf, type Instant } from '../time.ts';
import { attendanceInLastFullWeek } from './attendance.ts';
import type { GuardFacts } from './guard-facts.ts';
import { unsettled } from './unsettled.ts';

type Guard = (facts: GuardFacts, at: Instant) => Omit<RuleTried, 'rule'>;

export const retainedByAPerson = 'not-retained-by-a-person';
const notRecorded: Guard = () => ({ held: 'unknown', saw: 'not recorded' });

/** What a step down asks for, each met, not met or not known (pathway §7). */
const guards: Readonly<Record<string, Guard>> = {
  [retainedByAPerson]: ({ journey }) => retained(journey),
  'minimum-stay': ({ journey, level, calendar }, at) => {
    const days = daysApart(localDate(journey.stay.since, calendar), localDate(at, calendar));
    return { held: days >= level.stayDays.minimum, saw: `day ${days} of at least ${level.stayDays.minimum}` };
  },
  // A crisis is never unknown: nothing recorded means that none is open.
  'no-open-crisis': () => ({ held: true, saw: 'none recorded' }),
  'no-unsettled-result': ({ journey }) => {
    const results = unsettled(journey);
    const saw = results.map(({ specimenId, drugClass, disposition }) => `${specimenId} ${drugClass}: ${disposition}`);
    return { held: results.length === 0, saw: saw.join(', ') || 'none' };
  },
  'no-use-in-look-back': (facts, at) => {
    const found = usesThatCount(facts.journey).filter((use) => at < lookedBackOver(use, facts));
    const saw = found.map((use) => `${use.useId} at ${use.at}`).join(', ');
    return { held: found.length === 0, saw: saw || `none in ${facts.level.lookBackDays} days` };
  },
  'no-hold': ({ journey }) => {
    const hold = activeHold(journey);
    return { held: hold === undefined, saw: hold ? `${hold.holdId} until ${hold.until}` : 'none' };
  },
  'attendance-in-last-full-week': (facts, at) => attendanceInLastFullWeek(facts, at),
  'no-assessment-against': notRecorded,
  'therapist-meeting': notRecorded,
  'patient-agrees': notRecorded,
  'safe-place-to-live': notRecorded,
  // Leaving without the next dose arranged costs lives: here what is not known does not pass (pathway §7).
  'medication-continuity': ({ journey, programme }, at) => {
    const taken = moudTaken(journey, programme, at);
    if (taken.length === 0) return { held: 'unknown', saw: 'not recorded' };
    const open = taken.filter(({ nextDose }) => nextDose === undefined || nextDose.at <= at);
    const titles = open.map((medication) => formularyEntryOf(medication, programme).title).join(', ');
    if (open.length > 0) return { held: false, saw: `no next dose arranged, while taking ${titles}` };
    const doses = taken.flatMap(({ nextDose }) => nextDose?.at ?? []).join(', ');
    return { held: true, saw: `next dose ${doses}` };
  },
  'receiving-place': notRecorded,
};

/** Every guard with what it saw at this moment. */
export const tryGuards = (facts: GuardFacts, at: Instant): readonly RuleTried[] =>
  Object.entries(guards).map(([rule, guard]) => ({ rule, ...guard(facts, at) }));

/** When the last use that counts against leaving this stay has been looked back over; undefined when there is none. */
export const usesLookedBackOver = (facts: GuardFacts): Instant | undefined =>
  usesThatCount(facts.journey)
    .map((use) => lookedBackOver(use, facts))
    .toSorted()
    .at(-1);

/** The moments after which a guard may see something else although no fact came: nothing matures in between. */
export function guardsMature(facts: GuardFacts, after: Instant): readonly Instant[] {
  const monday = mondayOf(localDate(after, facts.calendar));
  const moments = [
    ...timePasses(facts),
    ...moudChanges(facts),
    // Sessions lie in the past or, by a clock's error, minutes ahead: after three weeks attendance says the same for ever.
    ...[7, 14, 21].map((days) => startOfDay(addDays(monday, days), facts.calendar)),
  ];
  return moments.filter((moment) => moment > after).toSorted();
}

/** A medication ends, or a dose that was arranged has been due: from then on the next one is not. */
const moudChanges = ({ journey, programme }: GuardFacts): readonly Instant[] =>
  journey.medications
    .filter((medication) => isMoud(medication, programme))
    .flatMap((medication) => [endOf(medication) ?? [], medication.nextDose?.at ?? []].flat());

/** When the passing of time alone has met what it can meet. */
export const timeHasPassed = (facts: GuardFacts): Instant => timePasses(facts).reduce(laterOf);

function timePasses(facts: GuardFacts): readonly Instant[] {
  const { journey, level, calendar } = facts;
  const stayed = startOfDay(addDays(localDate(journey.stay.since, calendar), level.stayDays.minimum), calendar);
  return [stayed, ...usesThatCount(journey).map((use) => lookedBackOver(use, facts))];
}

/** Uses before the present stay, and those that led to it, never count against leaving it. */
function usesThatCount({ uses, stay, completedTransitions }: Active): readonly Use[] {
  const ledHere = completedTransitions.findLast((made) => made.completedAt === stay.since)?.grounds ?? [];
  return uses.filter((use) => !use.withdrawn && use.at >= stay.since && !ledHere.includes(use.useId));
}

function lookedBackOver(use: Use, { level, calendar }: GuardFacts): Instant {
  return startOfDay(addDays(localDate(use.at, calendar), level.lookBackDays), calendar);
}

function retained({ goals, stay, stepDownRetainedAt }: Active): Omit<RuleTried, 'rule'> {
  if (stepDownRetainedAt === undefined) return { held: true, saw: 'no' };
  const held = goals.some(
    (goal) => goal.level === stay.level && goal.completedAt !== undefined && goal.completedAt > stepDownRetainedAt,
  );
  const saw = held ? 'a further goal was reached since' : `turned down ${stepDownRetainedAt}, no further goal since`;
  return { held, saw };
}
