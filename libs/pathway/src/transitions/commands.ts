import type { Instant } from '../time.ts';
import type { CancelReason, HandOffFailureReason, LevelChangeReason } from '../vocabulary.ts';

export interface TransitionCommands {
  ChangeLevelOfCare: { readonly to: string; readonly reasonCode: LevelChangeReason };
  ScheduleHandOff: { readonly transitionId: string; readonly appointmentAt: Instant };
  CompleteHandOff: { readonly transitionId: string; readonly attendedAt: Instant };
  FailHandOff: { readonly transitionId: string; readonly reasonCode: HandOffFailureReason };
  FailTransition: { readonly transitionId: string; readonly reasonCode: HandOffFailureReason };
  DecideProposal: { readonly transitionId: string; readonly decision: 'approve' | 'decline' };
  CancelTransition: { readonly transitionId: string; readonly reasonCode: CancelReason };
}

export const transitionCommandTypes = [
  'ChangeLevelOfCare',
  'ScheduleHandOff',
  'CompleteHandOff',
  'FailHandOff',
  'FailTransition',
  'DecideProposal',
  'CancelTransition',
] as const satisfies readonly (keyof TransitionCommands)[];
