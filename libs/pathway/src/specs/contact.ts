import type { CommandOf } from '../commands.ts';
import type { Instant } from '../time.ts';
import { said } from './commands.ts';

/** Commands about goals, sessions and contact. */
const sealed = { sealed: 'kid.nonce.words' };

export const goalReopened = (goalId: string, at: Instant): CommandOf<'ReopenGoal'> => ({
  type: 'ReopenGoal',
  ...said(at, 'therapist'),
  goalId,
});

export const goalWithdrawn = (
  goalId: string,
  at: Instant,
  fields: Partial<CommandOf<'WithdrawGoal'>> = {},
): CommandOf<'WithdrawGoal'> => ({
  type: 'WithdrawGoal',
  ...said(at, 'therapist'),
  goalId,
  reason: sealed,
  ...fields,
});
