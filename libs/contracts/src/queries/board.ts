import {
  dischargeReasons,
  dispositions,
  drugClasses,
  leaveKinds,
  roles,
  taskKinds,
  transitionKinds,
} from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant, LocalDate } from '../scalars.ts';

export const CensusRow = z
  .object({
    siteId: z.string(),
    programme: z.string(),
    level: z.string(),
    active: z.int(),
    inHandOff: z.int(),
    onLeave: z.int(),
    waiting: z.int(),
  })
  .meta({ id: 'CensusRow', description: '`active` includes people in hand-off and on leave' });
export type CensusRow = z.output<typeof CensusRow>;

export const Census = z.object({ asOf: Instant, rows: z.array(CensusRow) }).meta({ id: 'Census' });
export type Census = z.output<typeof Census>;

export const episodeStatuses = ['referred', 'active', 'discharged'] as const;

export const TransitionView = z
  .object({
    transitionId: z.string(),
    kind: z.enum(transitionKinds),
    from: z.string(),
    to: z.string(),
    state: z.enum(['proposed', 'started', 'suspended', 'waiting']),
    /** While proposed. */
    deadlineAt: Instant.optional(),
    /** Once started. */
    handOffDueAt: Instant.optional(),
    targetAt: Instant.optional(),
    appointmentAt: Instant.optional(),
    missed: z.int().optional(),
    /** Since when the person is on the way; appointments that they did not attend, the oldest first. */
    startedAt: Instant.optional(),
    missedAt: z.array(Instant).optional(),
    /** The next level has no place since then: no deadline of the hand-off runs. */
    waitingSince: Instant.optional(),
    /** While proposed: since when, what happens at the deadline, and whether it was given to somebody above. */
    proposedAt: Instant.optional(),
    atDeadline: z.enum(['escalate', 'apply', 'lapse']).optional(),
    escalatedAt: Instant.optional(),
    suspendedAt: Instant.optional(),
    by: z.enum(['rule', 'person']).optional(),
    /** Medications for opioid use disorder that go on over the move, each with its next dose where one is arranged. */
    doses: z
      .array(z.object({ medicationId: z.string(), medication: z.string(), nextAt: Instant.nullable() }))
      .optional(),
    /** What somebody has to do for the move, what is due first at the front. */
    tasks: z
      .array(
        z.object({
          taskId: z.string(),
          kind: z.enum(taskKinds),
          dueAt: Instant,
          owner: z.object({ staffId: z.string(), role: z.enum(roles) }).nullable(),
        }),
      )
      .optional(),
    /** The move, made on grounds that no longer stand, from which it goes back. */
    reverses: z.string().optional(),
    grounds: z.array(z.string()),
  })
  .meta({ id: 'Transition' });
export type TransitionView = z.output<typeof TransitionView>;

export const weekSymbols = ['+', '-', '*', 'o'] as const;
export const WeeklyScreen = z
  .object({
    week: z.int().positive(),
    from: LocalDate,
    symbol: z.enum(weekSymbols),
  })
  .meta({ id: 'WeeklyScreen', description: '+ only positive days, - only negative days, * both, o none' });
export type WeeklyScreen = z.output<typeof WeeklyScreen>;

export const NextDue = z.object({ at: Instant, cause: z.string() }).meta({ id: 'NextDue' });

export const PersonName = z.object({ given: z.string(), family: z.string() }).meta({ id: 'PersonName' });
export type PersonName = z.output<typeof PersonName>;

/** What asks for a person's act, the most urgent first. */
export const boardFlags = [
  'crisis',
  'hand-off-overdue',
  'proposal-escalated',
  'leave-overdue',
  'task-overdue',
  'proposal',
  'second-person',
  'hand-off',
  'unsettled-result',
  'hold',
] as const;

/** Time away while the stay goes on. */
export const LeaveView = z
  .object({ leaveId: z.string(), kind: z.enum(leaveKinds), from: Instant, expectedReturnAt: Instant.nullable() })
  .meta({ id: 'Leave' });

/** What is known now of a moment of the past, and was told only after it. */
export const ToldLater = z
  .object({ facts: z.int(), specimens: z.int() })
  .meta({ id: 'ToldLater', description: 'Specimens collected by then are counted in both' });
export type ToldLater = z.output<typeof ToldLater>;

/** Why an episode is over: a reason of TEDS-D, or a referral of whom nobody was ever admitted. */
export const endReasons = [...dischargeReasons, 'never-admitted'] as const;

/** One row of the board: a journey that is not discharged (or, by filter, one that is). */
export const BoardRow = z
  .object({
    episodeId: z.string(),
    patientId: z.string(),
    version: z.int(),
    status: z.enum(episodeStatuses),
    programme: ProgrammeVersion,
    siteId: z.string(),
    level: z.string().nullable(),
    levelSince: Instant.nullable(),
    openedAt: Instant,
    transition: TransitionView.nullable(),
    holdUntil: Instant.nullable(),
    /** The pause in force: whoever renews it must be somebody else. Missing in rows written before it was shown. */
    hold: z
      .object({ holdId: z.string(), placedAt: Instant, placedBy: z.string(), until: Instant })
      .nullable()
      .optional(),
    /** Somebody wishes to end the episode for the programme: a second person joins them, or the wish lapses. */
    termination: z.object({ requestedBy: z.string(), requestedAt: Instant, lapsesAt: Instant }).nullable().optional(),
    flags: z.array(z.enum(boardFlags)),
    /** The earliest moment at which somebody must have acted. */
    actBy: Instant.nullable(),
    nextDue: NextDue.nullable(),
    openTasks: z.int(),
    /** The open task that is due first; `subject`: what it is about, as of the task itself. */
    nextTask: z
      .object({
        kind: z.enum(taskKinds),
        dueAt: Instant,
        taskId: z.string().optional(),
        subject: z.string().optional(),
      })
      .nullable()
      .optional(),
    /** Who looks after the person; missing in rows that were written before it was shown. */
    careTeam: z.array(z.object({ staffId: z.string(), role: z.enum(roles) })).optional(),
    /** Away while the stay goes on; missing in rows that were written before it was shown. */
    leave: LeaveView.nullable().optional(),
    /** How the episode ended; null while it goes on, missing in rows that were written before it was shown. */
    ending: z
      .object({
        at: Instant,
        reason: z.enum(endReasons),
        /** Where the person was last; null where they were never admitted. */
        level: z.string().nullable(),
        /** The person decided to go, against advice. */
        patientDirected: z.boolean(),
      })
      .nullable()
      .optional(),
    lastScreen: z
      .object({ collectedAt: Instant, positive: z.array(z.enum(drugClasses)), disposition: z.enum(dispositions) })
      .nullable(),
    /** The last six weeks, oldest first. */
    weeks: z.array(WeeklyScreen),
    /** Only as of a moment of the past. */
    toldLater: ToldLater.optional(),
  })
  .meta({ id: 'BoardRow' });
export type BoardRow = z.output<typeof BoardRow>;

/** The board's row with the person's name, for those who may see it. */
export const EpisodeListItem = BoardRow.extend({ name: PersonName.nullable() }).meta({ id: 'EpisodeListItem' });
export type EpisodeListItem = z.output<typeof EpisodeListItem>;
