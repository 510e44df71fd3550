import { cancelReasons, handOffFailureReasons, levelChangeReasons } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const transitionBodies = {
  ChangeLevelOfCare: command({ to: Code, reasonCode: z.enum(levelChangeReasons) }),
  ScheduleHandOff: command({ transitionId: CallerId, appointmentAt: Instant }),
  CompleteHandOff: command({ transitionId: CallerId, attendedAt: Instant }),
  FailHandOff: command({ transitionId: CallerId, reasonCode: z.enum(handOffFailureReasons) }),
  FailTransition: command({ transitionId: CallerId, reasonCode: z.enum(handOffFailureReasons) }),
  DecideProposal: command({ transitionId: CallerId, decision: z.enum(['approve', 'decline']) }),
  CancelTransition: command({ transitionId: CallerId, reasonCode: z.enum(cancelReasons) }),
};

export const transitionFreeText = {};
