import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { AssessmentCommands, DimensionRating } from './commands.ts';
import type { Recommendation } from './events.ts';

/** As it was recorded, without what was said in words. */
export type Assessment = Omit<AssessmentCommands<Sealed>['RecordAssessment'], 'dimensions'> & {
  readonly dimensions: readonly DimensionRating[];
  readonly recordedAt: Instant;
  readonly eventId: string;
  readonly indicates?: Recommendation;
};

export interface AssessmentsState {
  /** In the order in which they were recorded. */
  readonly assessments: readonly Assessment[];
}

export const noAssessments: AssessmentsState = { assessments: [] };
