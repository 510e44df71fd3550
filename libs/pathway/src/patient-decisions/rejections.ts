import type { Instant } from '../time.ts';

/** The person's word of that moment is known otherwise: what was entered in error is withdrawn first. */
export type PatientDecisionRejection = { readonly type: 'PatientDecisionConflict'; readonly at: Instant };
