import type { CommandFields, CommandOf } from '../commands.ts';
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

/** One call that reached nobody, unless said otherwise. */
export const reachedOut = (
  at: Instant,
  fields: Partial<CommandFields['RecordOutreach']> & { readonly toldAt?: Instant } = {},
): CommandOf<'RecordOutreach'> => {
  const { toldAt, ...rest } = fields;
  return {
    type: 'RecordOutreach',
    ...said(toldAt ?? at),
    outreachId: `outreach-${at}`,
    at,
    channel: 'phone',
    reached: false,
    ...rest,
  };
};

export const aftercarePlanned = (
  at: Instant,
  parts: CommandFields['SetAftercarePlan']['parts'],
): CommandOf<'SetAftercarePlan'> => ({ type: 'SetAftercarePlan', ...said(at, 'therapist'), parts });
