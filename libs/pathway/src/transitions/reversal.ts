import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import { inHospitalOrJail } from '../leaves/where.ts';
import { openCrisis } from '../crises/state.ts';
import { activeHold } from '../holds/decide.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import type { RuleTried } from '../rule-tried.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import { plusHours } from '../time.ts';
import { cancelled } from './cancel.ts';
import { kindOfMove, nextDecisionId, nextTransitionId } from './start.ts';
import type { CompletedTransition, OpenTransition } from './state.ts';
import { reversalSentence } from './words.ts';

/**
 * Nothing is left of what a move stood on that was made (pathway §6): to go back is proposed to a person. Where rules
 * may not propose it, a person is asked to look at the move as it stands. Considered once; again when that task was
 * no longer asked for in between.
 */
export function reversalOwed(journey: OpenedJourney, made: CompletedTransition): readonly Owed[] {
  const { transitionId, reversal } = made;
  const asked =
    reversal === 'proposed' || (reversal === 'task' && !notAsked(journey, 'review-completed-move', transitionId));
  if (asked) return [];
  const make = (context: Context): readonly NewEvent[] => considerReversal(journey, made, context);
  return [{ at: journey.recordedAt, cause: 'now', subject: transitionId, make }];
}

function considerReversal(journey: OpenedJourney, made: CompletedTransition, context: Context): readonly NewEvent[] {
  const { now, programme } = context;
  const rules = tryRules(journey, made, programme);
  const proposes = rules.every(({ held }) => held === true);
  const transitionId = nextTransitionId(journey);
  const eventId = withdrawalOf(journey, made);
  const considered: NewEvent = {
    type: 'TransitionConsidered',
    occurredAt: now,
    causedBy: eventId,
    data: {
      decisionId: nextDecisionId(journey),
      about: 'step-down',
      outcome: proposes ? 'proposed' : 'task',
      sentence: reversalSentence(titleOf(made.from, programme), titleOf(made.to, programme), rules),
      rules,
      programme: journey.programme,
      trigger: { eventId },
      reverses: made.transitionId,
      ...(proposes && { transitionId }),
    },
  };
  const follows = proposes ? proposal(transitionId, made, context) : review(journey, made, context);
  return [considered, { ...follows, causedBy: context.eventId(0) }];
}

/** What stands between a move without grounds and the proposal to go back, in the order in which it is tried. */
function tryRules(journey: OpenedJourney, made: CompletedTransition, { levels }: Programme): readonly RuleTried[] {
  const active = journey.status === 'active' ? journey : undefined;
  const hold = activeHold(journey);
  const crisis = openCrisis(journey);
  const away = inHospitalOrJail(journey);
  const open = active?.transition;
  const there = active?.stay.since === made.completedAt;
  return [
    { rule: 'in-care', held: active !== undefined, saw: active ? 'in care' : 'not in care' },
    {
      rule: 'made-by-rule',
      held: made.by === 'rule',
      saw: made.by === 'rule' ? 'begun by a rule' : 'a person decided on it',
    },
    { rule: 'still-where-it-led', held: there, saw: there ? 'there since' : 'at another level since' },
    { rule: 'level-before-is-offered', held: levels[made.from] !== undefined, saw: made.from },
    {
      rule: 'no-open-crisis',
      held: crisis === undefined,
      saw: crisis ? `${crisis.kind} since ${crisis.raisedAt}` : 'none',
    },
    {
      rule: 'not-in-hospital-or-jail',
      held: away === undefined,
      saw: away ? `in ${away.kind} since ${away.startedAt}` : 'no',
    },
    { rule: 'no-move-open', held: open === undefined, saw: open ? `on the way to ${open.to}` : 'none' },
    {
      rule: 'no-hold',
      held: hold === undefined,
      saw: hold ? `automatic moves are paused until ${hold.until}` : 'none',
    },
  ];
}

function proposal(
  transitionId: string,
  { transitionId: reverses, from: to, to: from }: CompletedTransition,
  { now, programme }: Context,
): NewEvent {
  const [above, below] = [programme.levels[from], programme.levels[to]];
  const kind = above && below ? kindOfMove(above, below) : 'lateral';
  const deadlineAt = plusHours(now, programme.stepDown.proposalHours);
  const data = { transitionId, kind, from, to, grounds: [], deadlineAt, atDeadline: 'escalate', reverses } as const;
  return { type: 'TransitionProposed', occurredAt: now, data };
}

const review = (journey: OpenedJourney, { transitionId }: CompletedTransition, { now, programme }: Context): NewEvent =>
  openTask(
    journey,
    {
      kind: 'review-completed-move',
      role: 'therapist',
      subject: transitionId,
      dueAt: plusHours(now, programme.deadlines.reviewHours),
    },
    now,
  );

/** What took the last ground away. */
const withdrawalOf = ({ uses }: OpenedJourney, { grounds }: CompletedTransition): string =>
  uses
    .filter(({ useId }) => grounds.includes(useId))
    .flatMap(({ withdrawnEventId }) => withdrawnEventId ?? [])
    .at(-1) ?? '';

const titleOf = (level: string, { levels }: Programme): string => levels[level]?.title ?? level;

/** What the move stood on stands again: there is nothing to go back from. */
export function reversalMoot(
  { completedTransitions, recordedAt }: OpenedJourney,
  { transitionId, reverses }: OpenTransition,
  withdrawn: ReadonlySet<string>,
): readonly Owed[] {
  const made = completedTransitions.find((move) => move.transitionId === reverses);
  if (made === undefined || made.grounds.every((useId) => withdrawn.has(useId))) return [];
  const make = ({ now }: Context): readonly NewEvent[] => [cancelled(transitionId, 'grounds-withdrawn', now)];
  return [{ at: recordedAt, cause: 'now', subject: transitionId, make }];
}
