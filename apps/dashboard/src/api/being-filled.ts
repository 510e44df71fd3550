import { z } from 'zod';
import { ProblemError } from './request.ts';

/** How far what an upgrade added is filled from the log: journeys of journeys; both 0 before it begins. */
export interface BeingFilled {
  readonly model: string;
  readonly journeys: number;
  readonly of: number;
}

const Answer = z.object({
  type: z.string().endsWith('/being-filled'),
  filling: z.object({ model: z.string(), journeys: z.int(), of: z.int() }),
});

/** Whether something cannot be answered yet, and only has to be waited for. */
export const beingFilled = (error: unknown): BeingFilled | undefined =>
  error instanceof ProblemError ? Answer.safeParse(error.problem).data?.filling : undefined;

/** What is being filled is asked for again so often: progress is seen, and then the people. */
export const askAgainMs = 2_000;

/** 0 to 100, never the whole before it is in place. */
export const percentOf = ({ journeys, of }: Pick<BeingFilled, 'journeys' | 'of'>): number =>
  of === 0 ? 0 : Math.min(99, Math.floor((journeys / of) * 100));
