import type { Dimension, Edition } from './vocabulary.ts';

export type AssessmentRejection =
  | { readonly type: 'AssessmentConflict'; readonly assessmentId: string }
  /** A rating or a code of the other edition of the ASAM Criteria. */
  | { readonly type: 'EditionsMixed'; readonly field: string; readonly edition: Edition }
  /** Adolescents are assessed by the edition that has criteria for them. */
  | { readonly type: 'EditionNotForAge'; readonly edition: Edition; readonly needs: Edition }
  | { readonly type: 'DimensionsNotRated'; readonly dimensions: readonly Dimension[] }
  | { readonly type: 'DimensionRatedTwice'; readonly field: string }
  /** The actual level is another than the one indicated. */
  | { readonly type: 'DiscrepancyReasonRequired'; readonly indicated: string | null; readonly actual: string };
