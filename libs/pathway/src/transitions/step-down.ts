import type { Context } from '../decision.ts';
import type { EventData, NewEvent } from '../events.ts';
import type { RuleTried } from '../rule-tried.ts';
import { startOfDay } from '../calendar.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { openTask, openTasks } from '../tasks/open.ts';
import { laterOf, plusHours, type Instant } from '../time.ts';
import { guardFacts, type GuardFacts } from './guards/facts.ts';
import { guardsMature, timeHasPassed, tryGuards, waitedFor } from './guards/in-order.ts';
import { retainedByAPerson } from './guards/retained.ts';
import { levelOf } from './level-of.ts';
import { stepDownReason, type StepDownReason } from './step-down-reason.ts';
import { nextDecisionId, nextTransitionId, transitionStarted } from './start.ts';
import { stepDownSentence } from './words.ts';

/**
 * A step down is considered when all goals of the present level are reached or an assessment indicates a lower level,
 * and again each time that a fact or the passing of time makes a guard see something else (pathway §7).
 */
export function stepDownsOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  if (journey.status !== 'active' || journey.transition !== undefined) return [];
  if (journey.goals.length === 0 && journey.assessments.length === 0) return [];
  const { programme } = context;
  const level = levelOf(programme, journey.stay.level);
  const known = journey.stepDownConsidered;
  const considered = (at: Instant): Owed | undefined => {
    const reason = stepDownReason(journey, at, context);
    if (reason === undefined) return undefined;
    const facts = guardFacts(journey, level, reason.to, context);
    const same =
      known?.reasonEventId === reason.eventId &&
      (known.to === undefined || known.to === reason.to.id) &&
      sameVector(known.rules, tryGuards(facts, at));
    const make = (now: Context): readonly NewEvent[] => considerStepDown(facts, reason, now);
    return same
      ? undefined
      : { at, cause: at === journey.recordedAt ? 'now' : 'guard-matures', subject: level.id, make };
  };
  const matures = guardsMature(guardFacts(journey, level, level, context), journey.recordedAt);
  const moments = [journey.recordedAt, ...[...matures, ...comesOfAge(journey, context)].toSorted()];
  for (const at of moments) {
    const owed = considered(at);
    if (owed) return [owed];
  }
  return [];
}

/** Who comes of age may have another way to go. */
const comesOfAge = ({ turns18On, recordedAt }: Active, { calendar }: Context): readonly Instant[] =>
  turns18On === undefined ? [] : [startOfDay(turns18On, calendar)].filter((birthday) => birthday > recordedAt);

const sameVector = (known: readonly RuleTried[], seen: readonly RuleTried[]): boolean =>
  known.length === seen.length &&
  known.every(({ rule, held }, index) => seen[index]?.rule === rule && seen[index].held === held);

function considerStepDown(facts: GuardFacts, reason: StepDownReason, context: Context): readonly NewEvent[] {
  const { journey, level, to, programme } = facts;
  const now = laterOf(context.now, journey.recordedAt);
  const rules = tryGuards(facts, now);
  const failed = rules.filter(({ held }) => held === false || (held === 'unknown' && !passesUnknown(programme)));
  const outcome = outcomeOf(failed, programme);
  const transitionId = nextTransitionId(journey);
  const considered: NewEvent = {
    type: 'TransitionConsidered',
    occurredAt: context.now,
    causedBy: reason.eventId,
    data: {
      decisionId: nextDecisionId(journey),
      about: 'step-down',
      outcome,
      sentence: stepDownSentence(reason, level, outcome, waitedFor(failed)),
      rules,
      programme: journey.programme,
      trigger: { eventId: reason.eventId },
      to: to.id,
      ...((outcome === 'started' || outcome === 'proposed') && { transitionId }),
    },
  };
  const move = { transitionId, kind: 'step-down' as const, from: level.id, to: to.id, grounds: [] };
  const follows = whatFollows(facts, move, outcome, context);
  return [considered, ...follows.map((event): NewEvent => ({ ...event, causedBy: context.eventId(0) }))];
}

type Outcome = EventData['TransitionConsidered']['outcome'];
type Move = Omit<EventData['TransitionProposed'], 'deadlineAt' | 'atDeadline'>;

function outcomeOf(failed: readonly RuleTried[], { stepDown }: Programme): Exclude<Outcome, 'joined'> {
  if (failed.length === 0) return stepDown.mode === 'automatic' ? 'started' : 'proposed';
  // A person who said no needs no list of what else is missing.
  return failed.some(({ rule }) => rule === retainedByAPerson) ? 'nothing' : 'task';
}

function whatFollows(
  facts: GuardFacts,
  move: Move,
  outcome: Exclude<Outcome, 'joined'>,
  context: Context,
): readonly NewEvent[] {
  switch (outcome) {
    case 'nothing':
      return [];
    case 'task':
      return listed(facts, context);
    case 'started':
      return [transitionStarted(facts.journey, move, context.programme, context.now)];
    case 'proposed': {
      const deadlineAt = plusHours(context.now, context.programme.stepDown.proposalHours);
      const data = { ...move, deadlineAt, atDeadline: 'escalate' as const };
      return [{ type: 'TransitionProposed', occurredAt: context.now, data }];
    }
  }
}

const passesUnknown = ({ stepDown }: Programme): boolean => stepDown.whenUnknown === 'pass';

/** What is missing is listed to the coordinator, once until it is settled; due when time alone can do no more. */
function listed(facts: GuardFacts, { now, programme }: Context): readonly NewEvent[] {
  const { journey } = facts;
  const kind = 'resolve-step-down-guards';
  if (openTasks(journey, kind).length > 0) return [];
  const dueAt = laterOf(plusHours(now, programme.deadlines.reviewHours), timeHasPassed(facts));
  return [openTask(journey, { kind, role: 'coordinator', subject: nextDecisionId(journey), dueAt }, now)];
}
