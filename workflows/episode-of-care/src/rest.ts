/** What a run found when nothing more followed by rule. */
export interface Rest {
  /** Discharged, and nothing will ever be due: the workflow may end. A later touch starts it again. */
  readonly over: boolean;
  /** The next moment at which something follows without anybody saying anything. */
  readonly due?: {
    /** Milliseconds since 1970. */
    readonly at: number;
    /** What for, as a code: an operator sees it in Temporal's page. */
    readonly cause: string;
  };
}

/** Local activities: implemented by the worker, over the event log. */
export interface JourneyActivities {
  /**
   * Appends what follows by rule until nothing follows, then says what comes next. At least once: it finds its own
   * appends again. It rejects only for what a repetition may heal.
   * @param request.now the workflow's time, in milliseconds since 1970
   */
  advance(request: { readonly episodeId: string; readonly now: number }): Promise<Rest>;
}
