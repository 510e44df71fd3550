import { rankIndicated } from '../assessments/as-made.ts';
import { currentAssessment } from '../assessments/current.ts';
import { openCrisis } from '../crises/state.ts';
import { activeHold } from '../holds/decide.ts';
import type { OpenedJourney } from '../journey.ts';
import { moudTaken } from '../medications/explains.ts';
import { isPregnantAt } from '../person/pregnancy.ts';
import { inHospitalOrJail } from '../leaves/where.ts';
import { lastAdmission } from '../episodes/admissions.ts';
import type { RuleTried } from '../rule-tried.ts';
import { daysBetween } from '../time.ts';
import { levelIndicated, whatIsIndicated } from './guards/assessed.ts';
import { assessedKnowing } from './indicated.ts';
import { clearedSince, dischargedSince } from './late.ts';
import type { StepUpFacts, StepUpResult } from './step-up-facts.ts';
import { withdrawalRisk } from './withdrawal-risk.ts';
import { modeInWords } from './words.ts';

interface StepUpRule {
  readonly rule: string;
  readonly otherwise: StepUpResult;
  /** Instead, where a fact is missing. */
  readonly whenUnknown?: StepUpResult;
  readonly ask: (facts: StepUpFacts) => Omit<RuleTried, 'rule'>;
}

/** Everything that stands between a use and a step up, in the order in which it is tried (pathway §5, §6). */
export const stepUpRules: readonly StepUpRule[] = [
  {
    rule: 'in-care',
    otherwise: 'late-review',
    ask: ({ journey }) => ({ held: journey.status === 'active', saw: careInWords(journey) }),
  },
  {
    rule: 'collected-since-admission',
    otherwise: 'late-review',
    ask: ({ journey, use }) => {
      const admittedAt = lastAdmission(journey.stays);
      const held = admittedAt !== undefined && use.at >= admittedAt;
      return { held, saw: `collected ${use.at}, admitted ${admittedAt ?? 'never'}` };
    },
  },
  {
    rule: 'no-discharge-since-collection',
    otherwise: 'late-review',
    ask: ({ journey, use }) => {
      const at = dischargedSince(journey, use.at);
      return { held: at === undefined, saw: at === undefined ? 'none' : `discharged ${at}, in care again since` };
    },
  },
  {
    rule: 'no-step-up-open-or-done-since',
    otherwise: 'joined',
    ask: ({ stepUp, programme }) => {
      if (stepUp === undefined) return { held: true, saw: 'none' };
      const to = programme.levels[stepUp.to]?.title ?? stepUp.to;
      return { held: false, saw: 'state' in stepUp ? `open, to ${to}` : `made ${stepUp.completedAt}, to ${to}` };
    },
  },
  {
    rule: 'not-cleared-before-this-stay',
    otherwise: 'late-review',
    ask: ({ journey, use, programme }) => {
      if (journey.status !== 'active' || use.at >= journey.stay.since)
        return { held: true, saw: 'collected in the present stay' };
      const cleared = clearedSince(journey, use, programme);
      const saw = cleared ? 'a later specimen is negative' : 'collected before the present stay, not cleared since';
      return { held: !cleared, saw };
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
      saw: target ? `${level?.title} to ${target.title}` : `no level above ${level?.title ?? 'where there is none'}`,
    }),
  },
  {
    rule: 'withdrawal-risk',
    otherwise: 'reassess',
    whenUnknown: 'withdrawal-check',
    ask: ({ journey, use, target, now, programme }) =>
      target?.kind === 'withdrawal-management'
        ? withdrawalRisk(journey, use, now, programme)
        : { held: true, saw: 'not asked for by this move' },
  },
  {
    // A medication is what helps then; withdrawal endangers the pregnancy (pathway §5; clinical-reference §3).
    rule: 'no-opioid-withdrawal-in-pregnancy',
    otherwise: 'reassess',
    ask: ({ journey, use, target, now, programme }) => {
      if (target?.kind !== 'withdrawal-management' || !isPregnantAt(journey, now))
        return { held: true, saw: 'does not apply' };
      const { always: opioids } = programme.drugTesting.overdoseCheck;
      const found = use.drugClasses.filter((drugClass) => opioids.includes(drugClass));
      const taken = moudTaken(journey, programme, now);
      const opioid = found.length > 0 || taken.length > 0;
      return { held: !opioid, saw: opioid ? 'pregnant, and opioids are found or treated' : 'pregnant, no opioids' };
    },
  },
  {
    rule: 'target-is-indicated',
    otherwise: 'reassess',
    ask: ({ journey, level, target, now, programme }) => {
      if (level?.stepUpCondition !== 'indicated') return { held: true, saw: 'not asked for at this level' };
      const assessment = currentAssessment(journey, now, programme);
      if (assessment === undefined)
        return { held: 'unknown', saw: `no current assessment that indicates ${target?.title ?? 'more support'}` };
      const held = target !== undefined && rankIndicated(assessment, programme) >= target.rank;
      return { held, saw: whatIsIndicated(assessment, programme) };
    },
  },
  {
    rule: 'no-hold',
    otherwise: 'nothing',
    ask: ({ journey }) => {
      const hold = activeHold(journey);
      return { held: hold === undefined, saw: hold ? `automatic moves are paused until ${hold.until}` : 'none' };
    },
  },
  {
    rule: 'moves-by-rule',
    otherwise: 'reassess',
    ask: ({ mode }) => ({ held: mode !== 'review-only', saw: modeInWords[mode] }),
  },
  {
    rule: 'mode-automatic',
    otherwise: 'propose',
    ask: ({ mode }) => ({ held: mode === 'automatic', saw: modeInWords[mode] }),
  },
  {
    rule: 'no-open-crisis',
    otherwise: 'propose',
    ask: ({ journey }) => {
      const crisis = openCrisis(journey);
      return { held: crisis === undefined, saw: crisis ? `${crisis.kind} since ${crisis.raisedAt}` : 'none' };
    },
  },
  {
    rule: 'no-assessment-for-this-level',
    otherwise: 'propose',
    ask: ({ journey, use, level, now, programme }) => {
      const assessment = assessedKnowing(journey, use, now);
      const indicated = assessment && levelIndicated(assessment, programme);
      if (assessment === undefined || indicated === undefined || level === undefined)
        return { held: true, saw: 'none made since that knew the result' };
      const saw = `assessed ${assessment.assessedAt}, knowing the result: indicates ${indicated.title}`;
      return { held: indicated.rank > level.rank, saw };
    },
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
      return { held, saw: held ? 'not found during a pause' : 'found during a pause, which has ended' };
    },
  },
];

function careInWords(journey: OpenedJourney): string {
  switch (journey.status) {
    case 'referred':
      return 'not admitted yet';
    case 'active':
      return 'in care';
    case 'discharged':
      return `discharged ${journey.dischargedAt}`;
  }
}

/** Every rule with what it saw, and what comes of it all: the first that does not hold says so. */
export function tryStepUpRules(facts: StepUpFacts): {
  readonly rules: readonly RuleTried[];
  readonly result: StepUpResult;
} {
  const tried = stepUpRules.map(({ rule, otherwise, whenUnknown = otherwise, ask }) => {
    const seen = ask(facts);
    return { rule: { rule, ...seen }, comes: seen.held === 'unknown' ? whenUnknown : otherwise };
  });
  const first = tried.find(({ rule }) => rule.held !== true);
  return { rules: tried.map(({ rule }) => rule), result: first?.comes ?? 'start' };
}
