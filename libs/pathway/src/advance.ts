import { checkUpsOwed } from './aftercare/owed.ts';
import { assessmentAsks } from './assessments/asks.ts';
import { reassessmentOwed } from './assessments/reassessment.ts';
import { attendanceOwed } from './attendance/owed.ts';
import { contactOwed } from './contact/owed.ts';
import type { Context, Due } from './decision.ts';
import { consentsOwed } from './consents/owed.ts';
import { crisesOwed } from './crises/owed.ts';
import { drugTestingOwed } from './drug-testing/owed.ts';
import { afterDischargeAsks } from './episodes/after-discharge.ts';
import { endedByDeath } from './episodes/record-death.ts';
import { secondPersonOwed } from './episodes/second-person-owed.ts';
import type { NewEvent } from './events.ts';
import { followUpsOwed } from './follow-up/owed.ts';
import { reopenedGoalsOwed } from './goals/owed.ts';
import { holdsOwed } from './holds/owed.ts';
import { instrumentsOwed } from './instruments/owed.ts';
import type { Journey } from './journey.ts';
import { leavesOwed } from './leaves/owed.ts';
import type { Owed } from './owed.ts';
import { comingOfAgeAsks } from './person/coming-of-age.ts';
import { personOwed } from './person/owed.ts';
import { patientDecisionsOwed } from './patient-decisions/owed.ts';
import { medicationAsks } from './medications/asks.ts';
import { scheduledTestAsks } from './scheduled-tests/asks.ts';
import { admissionTestOwed } from './scheduled-tests/at-admission.ts';
import { methadoneCountAsks } from './scheduled-tests/methadone-count.ts';
import { randomTestsOwed } from './scheduled-tests/random.ts';
import { reviewsOwed } from './reviews/owed.ts';
import { asksOwed } from './tasks/ask.ts';
import { tasksEnded, tasksOwed } from './tasks/owed.ts';
import { meetingsOwed } from './therapist-meetings/owed.ts';
import { handOffsOwed } from './transitions/hand-offs-owed.ts';
import { groundsOwed } from './transitions/grounds.ts';
import { lessSupportOwed } from './transitions/less-support-stands.ts';
import { proposalsOwed } from './transitions/proposals-owed.ts';
import { stepDownsOwed } from './transitions/step-down.ts';
import { stepUpsOwed } from './transitions/step-up.ts';
import { waitingOwed } from './waiting/owed.ts';
import { toMs } from './time.ts';
import { suspensionsOwed } from './transitions/suspension.ts';

/**
 * What follows by rule, one round: the events of the earliest thing owed that has come due, or none.
 * The caller records them, folds them, and asks again until nothing follows.
 */
export function advance(journey: Journey, context: Context): readonly NewEvent[] {
  const list = owed(journey, context);
  const next = earliest(list);
  if (next === undefined || next.at > context.now) return [];
  return next.together ? inOneRound(list, context) : next.make(context);
}

/** Many tasks may end, or be overdue after a stop, at once: a round for each would look like a run without rest. */
function inOneRound(list: readonly Owed[], context: Context): readonly NewEvent[] {
  const come = list.filter((one) => one.at <= context.now).toSorted((a, b) => toMs(a.at) - toMs(b.at));
  const apart = come.findIndex((one) => !one.together);
  return come.slice(0, apart < 0 ? come.length : apart).flatMap((one) => one.make(context));
}

/** The next moment at which `advance` would give something. Does not read `context.now`. */
export function due(journey: Journey, context: Context): Due | undefined {
  const next = earliest(owed(journey, context));
  return next && { at: next.at, cause: next.cause, subject: next.subject };
}

/** Everything that the rules wait for, or owe now, each with its moment. Does not read `context.now`. */
export const outstanding = (journey: Journey, context: Context): readonly Due[] =>
  owed(journey, context).map(({ at, cause, subject }) => ({ at, cause, subject }));

/**
 * A journey never changes, so the last answer is kept: a run asks what is due, and then for its events.
 * Nothing owed depends on `context.now`; that is what makes `due` exact.
 */
function owed(journey: Journey, context: Context): readonly Owed[] {
  const { programme, calendar } = context;
  if (last?.journey === journey && last.programme === programme && last.calendar === calendar) return last.list;
  const list = findOwed(journey, context);
  last = { journey, programme, calendar, list };
  return list;
}

interface Found extends Pick<Context, 'programme' | 'calendar'> {
  readonly journey: Journey;
  readonly list: readonly Owed[];
}
let last: Found | undefined;

/**
 * A crisis first; then in the order of the document, which decides between things owed at the same moment:
 * a step up is considered before a step down goes on, and both before the tasks that they settle.
 */
function findOwed(journey: Journey, context: Context): readonly Owed[] {
  if (journey.status === 'not-opened') return [];
  // Death ends every task, timer and outreach (pathway §8).
  if (endedByDeath(journey)) return tasksEnded(journey);
  return [
    ...crisesOwed(journey, context),
    ...stepUpsOwed(journey, context),
    ...groundsOwed(journey),
    ...reopenedGoalsOwed(journey),
    ...lessSupportOwed(journey, context),
    ...suspensionsOwed(journey, context),
    ...proposalsOwed(journey),
    ...handOffsOwed(journey, context),
    ...waitingOwed(journey, context),
    ...patientDecisionsOwed(journey),
    ...contactOwed(journey, context),
    ...attendanceOwed(journey, context),
    ...checkUpsOwed(journey, context),
    ...stepDownsOwed(journey, context),
    ...meetingsOwed(journey),
    ...holdsOwed(journey),
    ...leavesOwed(journey, context),
    ...consentsOwed(journey, context),
    ...admissionTestOwed(journey, context),
    ...randomTestsOwed(journey, context),
    ...drugTestingOwed(journey, context),
    ...instrumentsOwed(journey),
    ...personOwed(journey),
    ...asksOwed(journey, medicationAsks(journey, context.programme)),
    ...asksOwed(journey, scheduledTestAsks(journey, context.programme)),
    ...asksOwed(journey, methadoneCountAsks(journey, context.programme)),
    ...secondPersonOwed(journey),
    ...asksOwed(journey, afterDischargeAsks(journey, context.programme)),
    ...followUpsOwed(journey, context),
    ...asksOwed(journey, assessmentAsks(journey, context)),
    ...asksOwed(journey, comingOfAgeAsks(journey, context)),
    ...reassessmentOwed(journey, context),
    ...reviewsOwed(journey, context),
    ...tasksOwed(journey, context),
  ];
}

/** Oldest first; of equals the first in the list, so that every run makes the same choice. */
function earliest(list: readonly Owed[]): Owed | undefined {
  return list.reduce<Owed | undefined>(
    (first, next) => (first === undefined || next.at < first.at ? next : first),
    undefined,
  );
}
