import { cancelReasons, handOffFailureReasons, levelChangeReasons, transitionKinds } from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';
import { rules } from './rule-tried.ts';

const transitionId = z.string();
const grounds = { grounds: z.array(z.string()).readonly() };
const move = { transitionId, kind: z.enum(transitionKinds), from: z.string(), to: z.string() };

export const transitionEvents = {
  TransitionConsidered: z.object({
    decisionId: z.string(),
    about: z.enum(['step-up', 'step-down']),
    outcome: z.enum(['started', 'proposed', 'joined', 'task', 'nothing']),
    sentence: z.string(),
    rules,
    programme: ProgrammeVersion,
    trigger: z.object({ eventId: z.string() }),
    useId: z.string().optional(),
    transitionId: z.string().optional(),
    to: z.string().optional(),
    reverses: z.string().optional(),
  }),
  TransitionProposed: z.object({
    ...move,
    ...grounds,
    deadlineAt: Instant,
    atDeadline: z.enum(['escalate', 'apply', 'lapse']),
    reverses: z.string().optional(),
  }),
  TransitionApproved: z.object({ transitionId, ...reason }),
  TransitionDeclined: z.object({ transitionId, ...reason }),
  TransitionLapsed: z.object({ transitionId }),
  TransitionEscalated: z.object({
    transitionId,
    cause: z.enum(['proposal-deadline', 'did-not-attend-twice', 'hand-off-overdue']),
    nextAt: Instant.optional(),
  }),
  TransitionStarted: z.object({
    ...move,
    ...grounds,
    handOffDueAt: Instant,
    targetAt: Instant.optional(),
    reverses: z.string().optional(),
    reasonCode: z.enum(levelChangeReasons).optional(),
    ...reason,
  }),
  TransitionSuspended: z.object({
    transitionId,
    cause: z.enum(['new-use', 'unsettled-result', 'integrity-concern', 'hold']),
  }),
  TransitionResumed: z.object({ transitionId }),
  TransitionRegrounded: z.object({ transitionId, targetAt: Instant.optional(), ...grounds }),
  HandOffScheduled: z.object({ transitionId, appointmentAt: Instant, ...reason }),
  HandOffMissed: z.object({ transitionId, times: z.int(), reasonCode: z.enum(handOffFailureReasons), ...reason }),
  TransitionCompleted: z.object({ ...move, attendedAt: Instant, ...reason }),
  TransitionFailed: z.object({ ...move, times: z.int(), reasonCode: z.enum(handOffFailureReasons), ...reason }),
  TransitionCancelled: z.object({
    transitionId,
    cause: z.enum([...cancelReasons, 'override', 'step-up', 'crisis', 'grounds-withdrawn', 'discharged']),
    ...reason,
  }),
};
