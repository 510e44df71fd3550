import type { CommandOf } from '../commands.ts';
import type { Instant } from '../time.ts';
import { said } from './commands.ts';

export const interim = (at: Instant, id = 'i1'): CommandOf<'RecordInterimService'> => ({
  type: 'RecordInterimService',
  ...said(at),
  interimServiceId: id,
  services: ['hiv-tb-counselling'],
  at,
});

/** The next level has no place for the move. */
export const noSlot = (transitionId: string, at: Instant): CommandOf<'FailHandOff'> => ({
  type: 'FailHandOff',
  ...said(at),
  transitionId,
  reasonCode: 'no-slot',
});
