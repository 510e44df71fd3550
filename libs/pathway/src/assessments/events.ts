import type { AsamCode } from '../programme/level.ts';
import type { RuleTried } from '../rule-tried.ts';
import type { Sealed } from '../sealed.ts';
import type { AssessmentCommands } from './commands.ts';
import type { Dimension, Subdimension } from './vocabulary.ts';

/** A dimension that forces the level: the plan and the next review address exactly these. */
export interface Driver {
  readonly dimension: Dimension;
  readonly subdimension?: Subdimension;
  /** The least level that it asks for. */
  readonly asks: string;
}

export interface Recommendation {
  readonly asam: AsamCode;
  /** The least intensive level of the programme that gives so much; absent where it has none. */
  readonly level?: string;
  readonly drivers: readonly Driver[];
  /** Medical management that is asked for beside the level (1.7 or 2.7 beside a clinically managed one). */
  readonly alongside?: readonly AsamCode[];
  /** Dimensions that could not be rated yet. */
  readonly toEvaluate?: readonly Dimension[];
}

export interface AssessmentEvents {
  AssessmentRecorded: AssessmentCommands<Sealed>['RecordAssessment'] & { readonly reason?: Sealed };
  /** What the ratings come to, by the rules of their edition; never an average. */
  LevelRecommended: Recommendation & {
    readonly decisionId: string;
    readonly assessmentId: string;
    readonly explanation: string;
    /** One for each dimension: `held` = it forces the level. */
    readonly rules: readonly RuleTried[];
  };
}

export const assessmentEventTypes = [
  'AssessmentRecorded',
  'LevelRecommended',
] as const satisfies readonly (keyof AssessmentEvents)[];
