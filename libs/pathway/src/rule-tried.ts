/** One rule that was tried, in order: `held: true` lets the move through (of a drug test: decides). */
export interface RuleTried {
  readonly rule: string;
  readonly held: boolean | 'unknown';
  /** The value it saw, in words. Coded facts only, never free text. */
  readonly saw: string;
}
