// What the bare engine's client, worker and workflow share: nothing of Node, for the workflow's sandbox.
export const bareQueue = 'bench-bare';
export const bareType = 'bareJourney';
export const bareSignal = 'touch';

/** A message of the worker: the local activity of this workflow has run. */
export interface Ran {
  readonly ran: string;
}
