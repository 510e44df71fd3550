import { rankIndicated } from '../../assessments/as-made.ts';
import { openCrisis } from '../../crises/state.ts';
import { activeHold } from '../../holds/decide.ts';
import { daysBetween } from '../../time.ts';
import { titleIndicated } from '../guards/assessed.ts';
import { assessedKnowing } from '../indicated.ts';
import { modeInWords } from '../words.ts';
import type { StepUpRule } from './rule.ts';

/** Whether the move begins by itself, or a person is asked first (pathway §5). */
export const byItself: readonly StepUpRule[] = [
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
      if (assessment === undefined || level === undefined)
        return { held: true, saw: 'none made since that knew the result' };
      const saw = `assessed ${assessment.assessedAt}, knowing the result: indicates ${titleIndicated(assessment, programme)}`;
      return { held: rankIndicated(assessment, programme) > level.rank, saw };
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
