import { openCrisis } from '../crises/state.ts';
import type { Context } from '../decision.ts';
import type { EventData, NewEvent } from '../events.ts';
import { activeHold } from '../holds/decide.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Use } from '../drug-testing/state.ts';
import type { Programme } from '../programme/programme.ts';
import type { Owed } from '../owed.ts';
import { earlierOf, plusHours, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { cancelled } from './cancel.ts';
import { isOf, isUrgent, nextDecisionId, nextTransitionId, transitionStarted } from './start.ts';
import { stepUpFacts, type StepUpFacts, type StepUpResult } from './step-up-facts.ts';
import { tryStepUpRules } from './step-up-rules/in-order.ts';
import { stepUpTasks } from './step-up-tasks.ts';
import { withdrawalRisk } from './withdrawal-risk.ts';
import { stepUpSentence } from './words.ts';

/**
 * A step up is considered once for each established use, again when the use gains a class that is no residual, at the
 * end of a hold that was on at the time, and once somebody looked at withdrawal where that was not known (pathway §5).
 * Before admission it waits until there is a level.
 */
export function stepUpsOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  if (journey.status === 'referred') return [];
  return journey.uses
    .filter((use) => !use.withdrawn && toConsider(journey, use, programme))
    .map((use) => ({
      at: use.considered === undefined ? use.establishedAt : journey.recordedAt,
      cause: 'now',
      subject: use.useId,
      make: (context) => considerStepUp(journey, use, context),
    }));
}

function toConsider(journey: OpenedJourney, use: Use, programme: Programme): boolean {
  const { considered } = use;
  if (considered === undefined) return true;
  const added = use.drugClasses.filter((drugClass) => !considered.drugClasses.includes(drugClass));
  if (added.some((drugClass) => isNewIn(journey, use, drugClass))) return true;
  if (journey.status !== 'active') return false;
  if (considered.onHold && activeHold(journey) === undefined) return true;
  return (
    considered.awaitsWithdrawalCheck === true &&
    withdrawalRisk(journey, use, journey.recordedAt, programme).held !== 'unknown'
  );
}

/** Whether this class is of what established the use: one that joined as a residual (heroin shows as opioids) is nothing new. */
const isNewIn = ({ specimens }: OpenedJourney, { useId, specimenIds, told = [] }: Use, drugClass: DrugClass): boolean =>
  told.some((one) => one.drugClass === drugClass) ||
  specimens.some(({ specimenId, judgements }) => {
    const judgement = specimenIds.includes(specimenId) ? judgements[drugClass] : undefined;
    return judgement?.useId === useId && judgement.disposition === 'unexpected-use';
  });

function considerStepUp(journey: OpenedJourney, use: Use, context: Context): readonly NewEvent[] {
  const facts = stepUpFacts(journey, use, context);
  const { rules, result } = tryStepUpRules(facts);
  const move = whatFollows(facts, result, context);
  const considered: NewEvent = {
    type: 'TransitionConsidered',
    occurredAt: context.now,
    causedBy: use.eventId,
    data: {
      decisionId: nextDecisionId(journey),
      about: 'step-up',
      outcome: outcomeOf[result],
      sentence: stepUpSentence(facts, rules, result),
      rules,
      programme: journey.programme,
      trigger: { eventId: use.eventId },
      useId: use.useId,
      ...(move.transitionId !== undefined && { transitionId: move.transitionId }),
    },
  };
  // Written also when nothing starts: a coordinator must be able to see why.
  const follows = [...move.events, ...stepUpTasks(journey, use, result, move.transitionId, context)];
  return [considered, ...follows.map((event): NewEvent => ({ ...event, causedBy: context.eventId(0) }))];
}

const outcomeOf: Readonly<Record<StepUpResult, EventData['TransitionConsidered']['outcome']>> = {
  joined: 'joined',
  'late-review': 'task',
  reassess: 'task',
  'withdrawal-check': 'task',
  nothing: 'nothing',
  propose: 'proposed',
  start: 'started',
};

interface Follows {
  readonly transitionId?: string;
  readonly events: readonly NewEvent[];
}

function whatFollows(facts: StepUpFacts, result: StepUpResult, context: Context): Follows {
  const { journey, stepUp, target } = facts;
  if (result === 'joined' && stepUp) return join(facts, stepUp, context);
  if ((result !== 'start' && result !== 'propose') || journey.status !== 'active' || !target) return { events: [] };

  const open = journey.transition;
  const transitionId = nextTransitionId(journey);
  const move = {
    transitionId,
    kind: 'step-up' as const,
    from: journey.stay.level,
    to: target.id,
    grounds: facts.uses.map((use) => use.useId),
  };
  const ends: NewEvent[] = open ? [cancelled(open.transitionId, 'step-up', context.now)] : [];
  const begins =
    result === 'start'
      ? transitionStarted(journey, move, context.programme, context.now)
      : proposed(facts, move, context);
  return { transitionId, events: [...ends, begins] };
}

function join(facts: StepUpFacts, stepUp: NonNullable<StepUpFacts['stepUp']>, context: Context): Follows {
  const { transitionId } = stepUp;
  const known = stepUp.grounds.includes(facts.use.useId);
  const grounds = known ? stepUp.grounds : [...stepUp.grounds, facts.use.useId];
  const targetAt = soonerFor(grounds, facts, stepUp, context);
  if (known && targetAt === undefined) return { transitionId, events: [] };
  const data = { transitionId, grounds, ...(targetAt !== undefined && { targetAt }) };
  return { transitionId, events: [{ type: 'TransitionRegrounded', occurredAt: context.now, data }] };
}

/** Where an urgent use joins, the person is to be seen as soon as if the move had begun with it. */
function soonerFor(
  grounds: readonly string[],
  { journey }: StepUpFacts,
  stepUp: NonNullable<StepUpFacts['stepUp']>,
  { now, programme }: Context,
): Instant | undefined {
  if (!('state' in stepUp) || stepUp.state !== 'started' || stepUp.targetAt !== undefined) return undefined;
  if (!isUrgent(journey, grounds, programme)) return undefined;
  return earlierOf(stepUp.handOffDueAt, plusHours(now, programme.stepUp.urgentHandOffHours));
}

function proposed(
  { journey }: StepUpFacts,
  move: Omit<EventData['TransitionProposed'], 'deadlineAt' | 'atDeadline'>,
  { now, programme }: Context,
): NewEvent {
  const { proposalHours, crisisProposalHours, atDeadline, neverLapses } = programme.stepUp;
  const hours = openCrisis(journey) ? crisisProposalHours : proposalHours;
  return {
    type: 'TransitionProposed',
    occurredAt: now,
    data: {
      ...move,
      deadlineAt: plusHours(now, hours),
      // A proposal about opioids or fentanyl never ends by nobody answering it.
      atDeadline: atDeadline === 'lapse' && isOf(journey, move.grounds, neverLapses) ? 'escalate' : atDeadline,
    },
  };
}
