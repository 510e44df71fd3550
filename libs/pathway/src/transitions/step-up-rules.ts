import type { RuleTried } from '../rule-tried.ts';
import { activeHold } from '../holds/decide.ts';
import type { CompletedTransition, OpenTransition } from './state.ts';
import type { OpenedJourney } from '../journey.ts';
import { inHospitalOrJail } from '../leaves/where.ts';
import type { Use } from '../drug-testing/state.ts';
import type { Level } from '../programme/level.ts';
import type { Mode } from '../programme/moves.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween } from '../time.ts';
import { clearedSince } from './late.ts';
import { levelOf } from './level-of.ts';

export interface StepUpFacts {
  readonly journey: OpenedJourney;
  readonly programme: Programme;
  readonly use: Use;
  /** The uses that count towards the threshold, this one among them. */
  readonly uses: readonly Use[];
  /** Open, or completed after the collection: the use joins its grounds. */
  readonly stepUp?: OpenTransition | CompletedTransition;
  readonly level?: Level;
  readonly target?: Level;
  readonly mode: Mode;
}

/** What comes of a use when a rule is the first that does not let the move through. */
export type StepUpResult = 'joined' | 'late-review' | 'reassess' | 'withdrawal-check' | 'nothing' | 'propose' | 'start';

interface StepUpRule {
  readonly rule: string;
  readonly otherwise: StepUpResult;
  readonly ask: (facts: StepUpFacts) => Omit<RuleTried, 'rule'>;
}

/** Everything that stands between a use and a step up, in the order in which it is tried (pathway §5, §6). */
export const stepUpRules: readonly StepUpRule[] = [
  {
    rule: 'in-care',
    otherwise: 'late-review',
    ask: ({ journey }) => ({ held: journey.status === 'active', saw: journey.status }),
  },
  {
    rule: 'collected-since-admission',
    otherwise: 'late-review',
    ask: ({ journey, use }) => {
      const admittedAt = journey.stays[0]?.since;
      const held = admittedAt !== undefined && use.at >= admittedAt;
      return { held, saw: `collected ${use.at}, admitted ${admittedAt ?? 'never'}` };
    },
  },
  {
    rule: 'no-step-up-open-or-done-since',
    otherwise: 'joined',
    ask: ({ stepUp }) => ({
      held: stepUp === undefined,
      saw: stepUp === undefined ? 'none' : `${stepUp.transitionId} to ${stepUp.to}`,
    }),
  },
  {
    rule: 'not-cleared-before-this-stay',
    otherwise: 'late-review',
    ask: ({ journey, use, programme }) => {
      if (journey.status !== 'active' || use.at >= journey.stay.since)
        return { held: true, saw: 'of the present stay' };
      const cleared = clearedSince(journey, use, programme);
      return {
        held: !cleared,
        saw: cleared ? 'a later specimen clears it' : 'before the present stay, not cleared since',
      };
    },
  },
  {
    rule: 'threshold-met',
    otherwise: 'nothing',
    ask: ({ uses, programme }) => {
      const { threshold } = programme.stepUp;
      const saw = `${uses.length} of ${threshold.uses} within ${threshold.withinDays} days`;
      return { held: uses.length >= threshold.uses, saw };
    },
  },
  {
    rule: 'not-in-hospital-or-jail',
    otherwise: 'reassess',
    ask: ({ journey }) => {
      const away = inHospitalOrJail(journey);
      return { held: away === undefined, saw: away ? `in ${away.kind} since ${away.startedAt}` : 'no' };
    },
  },
  {
    rule: 'level-can-step-up',
    otherwise: 'reassess',
    ask: ({ level, target }) => ({
      held: target !== undefined,
      saw: target ? `${level?.id} to ${target.id}` : `nothing above ${level?.id ?? 'no level'}`,
    }),
  },
  {
    rule: 'withdrawal-risk',
    otherwise: 'withdrawal-check',
    ask: ({ level }) =>
      level?.stepUpCondition === 'withdrawal-risk'
        ? { held: 'unknown', saw: 'no current assessment or scale on record' }
        : { held: true, saw: 'not asked for at this level' },
  },
  {
    rule: 'no-hold',
    otherwise: 'nothing',
    ask: ({ journey }) => {
      const hold = activeHold(journey);
      return { held: hold === undefined, saw: hold ? `${hold.holdId} until ${hold.until}` : 'none' };
    },
  },
  {
    rule: 'moves-by-rule',
    otherwise: 'reassess',
    ask: ({ mode }) => ({ held: mode !== 'review-only', saw: mode }),
  },
  {
    rule: 'mode-automatic',
    otherwise: 'propose',
    ask: ({ mode }) => ({ held: mode === 'automatic', saw: mode }),
  },
  {
    rule: 'reported-in-time',
    otherwise: 'propose',
    ask: ({ use, programme }) => {
      const days = daysBetween(use.at, use.establishedAt);
      const latest = programme.stepUp.lateReportDays;
      return { held: days <= latest, saw: `known ${days.toFixed(1)} days after collection, at most ${latest}` };
    },
  },
  {
    rule: 'not-held-before',
    otherwise: 'propose',
    ask: ({ use }) => {
      const held = use.considered?.onHold !== true;
      return { held, saw: held ? 'no' : 'considered on hold, which has ended' };
    },
  },
];

/** Every rule with what it saw, and what comes of it all: the first that does not hold says so. */
export function tryStepUpRules(facts: StepUpFacts): {
  readonly rules: readonly RuleTried[];
  readonly result: StepUpResult;
} {
  const tried = stepUpRules.map(({ rule, otherwise, ask }) => ({ otherwise, rule: { rule, ...ask(facts) } }));
  const first = tried.find(({ rule }) => rule.held !== true);
  return { rules: tried.map(({ rule }) => rule), result: first?.otherwise ?? 'start' };
}

/** The facts that the rules look at, once for all of them. */
export function stepUpFacts(journey: OpenedJourney, use: Use, programme: Programme): StepUpFacts {
  const { byClass, mode: usual, fromAftercareTo } = programme.stepUp;
  const uses = usesThatCount(journey, use, programme);
  const modes = use.drugClasses.map((drugClass) => byClass[drugClass] ?? usual);
  const mode = (['automatic', 'propose'] as const).find((known) => modes.includes(known)) ?? 'review-only';

  const stepUp = stepUpOver(journey, use);
  if (journey.status !== 'active') return { journey, programme, use, uses, mode, ...(stepUp && { stepUp }) };
  const level = levelOf(programme, journey.stay.level);
  const to = level.kind === 'aftercare' ? fromAftercareTo : level.stepUpTo;
  return {
    journey,
    programme,
    use,
    uses,
    mode,
    level,
    ...(to !== undefined && { target: levelOf(programme, to) }),
    ...(stepUp && { stepUp }),
  };
}

/** The most uses that lie, with this one, within the days of the threshold: whichever became known first. */
function usesThatCount({ uses }: OpenedJourney, use: Use, { stepUp: { threshold } }: Programme): readonly Use[] {
  if (threshold.uses === 1) return [use];
  const standing = uses.filter((other) => !other.withdrawn);
  return standing
    .map(({ at: from }) => standing.filter(({ at }) => at >= from && daysBetween(from, at) <= threshold.withinDays))
    .filter((within) => within.includes(use))
    .reduce((most, within) => (within.length > most.length ? within : most), [use]);
}

function stepUpOver(journey: OpenedJourney, use: Use): OpenTransition | CompletedTransition | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (open?.kind === 'step-up') return open;
  return journey.completedTransitions.findLast((made) => made.kind === 'step-up' && made.completedAt > use.at);
}
