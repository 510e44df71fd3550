import type { CommandFields, CommandOf } from '../commands.ts';
import type { EventData, EventType } from '../events.ts';
import type { Instant } from '../time.ts';
import type {
  Attendance,
  CancelReason,
  DischargeReason,
  HandOffFailureReason,
  MeetingOutcome,
  PatientAnswer,
} from '../vocabulary.ts';
import { day, said } from './commands.ts';
import type { Expected } from './given.ts';

/** Commands about moves, goals, holds and the end of an episode. The first move of a journey is `first`. */
export const first = 'episode-1.t1';
export const second = 'episode-1.t2';
const sealed = { sealed: 'kid.nonce.words' };

export const goalsSet = (at: Instant, ...ids: readonly string[]): CommandOf<'SetGoals'> => ({
  type: 'SetGoals',
  ...said(at, 'therapist'),
  goals: ids.map((goalId) => ({ goalId, domain: 'coping-and-triggers', text: sealed })),
});

export const goalReached = (goalId: string, at: Instant): CommandOf<'CompleteGoal'> => ({
  type: 'CompleteGoal',
  ...said(at, 'therapist'),
  goalId,
});

export const overrideTo = (
  to: string,
  at: Instant,
  fields: Partial<CommandOf<'ChangeLevelOfCare'>> = {},
): CommandOf<'ChangeLevelOfCare'> => ({
  type: 'ChangeLevelOfCare',
  ...said(at, 'therapist'),
  to,
  reasonCode: 'clinical-judgement',
  reason: sealed,
  ...fields,
});

export const appointed = (transitionId: string, at: Instant, appointmentAt: Instant): CommandOf<'ScheduleHandOff'> => ({
  type: 'ScheduleHandOff',
  ...said(at),
  transitionId,
  appointmentAt,
});

export const arrived = (transitionId: string, attendedAt: Instant, at = attendedAt): CommandOf<'CompleteHandOff'> => ({
  type: 'CompleteHandOff',
  ...said(at),
  transitionId,
  attendedAt,
});

export const notSeen = (
  transitionId: string,
  at: Instant,
  reasonCode: HandOffFailureReason = 'did-not-attend',
): CommandOf<'FailHandOff'> => ({ type: 'FailHandOff', ...said(at), transitionId, reasonCode });

/** The person declines, agrees or asks: about this move, or without one about less support still to come. */
export const answered = (
  decision: PatientAnswer,
  at: Instant,
  fields: Partial<CommandOf<'RecordPatientDecision'>> = {},
): CommandOf<'RecordPatientDecision'> => ({
  type: 'RecordPatientDecision',
  ...said(at, 'therapist'),
  decision,
  at,
  words: sealed,
  ...fields,
});

export const therapistMet = (
  outcome: MeetingOutcome,
  heldAt: Instant,
  fields: Partial<CommandOf<'RecordTherapistMeeting'>> = {},
): CommandOf<'RecordTherapistMeeting'> => ({
  type: 'RecordTherapistMeeting',
  ...said(heldAt, 'therapist'),
  meetingId: `meeting-${heldAt}`,
  heldAt,
  outcome,
  ...fields,
});

export const placeOffered = (
  level: string,
  at: Instant,
  startsAt: Instant,
  fields: Partial<CommandOf<'OfferSlot'>> = {},
): CommandOf<'OfferSlot'> => ({ type: 'OfferSlot', ...said(at), slotId: `slot-${at}`, level, startsAt, ...fields });

export const placeDeclined = (slotId: string, at: Instant): CommandOf<'DeclineSlot'> => ({
  type: 'DeclineSlot',
  ...said(at),
  slotId,
});

export const notMade = (
  transitionId: string,
  at: Instant,
  fields: Partial<CommandOf<'FailTransition'>> = {},
): CommandOf<'FailTransition'> => ({
  type: 'FailTransition',
  ...said(at),
  transitionId,
  reasonCode: 'did-not-attend',
  reason: sealed,
  ...fields,
});

export const held = (
  holdId: string,
  at: Instant,
  until: Instant,
  fields: Partial<CommandOf<'PlaceHold'>> = {},
): CommandOf<'PlaceHold'> => ({
  type: 'PlaceHold',
  ...said(at, 'therapist'),
  holdId,
  until,
  reason: sealed,
  ...fields,
});

export const released = (holdId: string, at: Instant): CommandOf<'ReleaseHold'> => ({
  type: 'ReleaseHold',
  ...said(at, 'therapist'),
  holdId,
});

export const done = (
  taskId: string,
  at: Instant,
  fields: Partial<CommandOf<'CompleteTask'>> = {},
): CommandOf<'CompleteTask'> => ({ type: 'CompleteTask', ...said(at), taskId, ...fields });

export const decided = (
  transitionId: string,
  decision: CommandFields['DecideProposal']['decision'],
  at: Instant,
): CommandOf<'DecideProposal'> => ({ type: 'DecideProposal', ...said(at, 'therapist'), transitionId, decision });

export const cancelledBy = (
  transitionId: string,
  reasonCode: CancelReason,
  at: Instant,
): CommandOf<'CancelTransition'> => ({
  type: 'CancelTransition',
  ...said(at, 'therapist'),
  transitionId,
  reasonCode,
});

export const discharged = (
  reasonCode: DischargeReason,
  at: Instant,
  fields: Partial<CommandOf<'DischargeEpisode'>> = {},
): CommandOf<'DischargeEpisode'> => ({
  type: 'DischargeEpisode',
  ...said(at),
  at,
  reasonCode,
  againstAdvice: false,
  reason: sealed,
  ...fields,
});

export const referralClosed = (
  at: Instant,
  fields: Partial<CommandOf<'CloseReferral'>> = {},
): CommandOf<'CloseReferral'> => ({
  type: 'CloseReferral',
  ...said(at),
  at,
  reasonCode: 'could-not-be-reached',
  ...fields,
});

export const deathRecorded = (
  at: Instant,
  fields: Partial<CommandOf<'RecordDeath'>> = {},
): CommandOf<'RecordDeath'> => ({
  type: 'RecordDeath',
  ...said(at),
  at,
  cause: 'not-known',
  ...fields,
});

export const session = (
  startedAt: Instant,
  minutes = 180,
  attendance: Attendance = 'attended',
): CommandOf<'RecordSession'> => ({
  type: 'RecordSession',
  ...said(startedAt),
  sessionId: `session-${startedAt}`,
  sessionType: 'group',
  startedAt,
  minutes,
  attendance,
});

/** Three groups of three hours a day apart, from this day on: what IOP asks of a week. */
export const wholeWeek = (fromDay: number): readonly CommandOf<'RecordSession'>[] =>
  [0, 1, 2].map((offset) => session(day(fromDay + offset)));

/** An event and the fields of it that matter. */
export const happened = <T extends EventType>(type: T, data: Partial<EventData[T]> = {}): Expected => ({ type, data });
