import { commandTypes, crisisKinds, drugClasses, roles, taskConcerns, timeSteps } from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant } from '../scalars.ts';
import { episodeStatuses, PersonName } from './board.ts';
import { TaskView } from './journey-parts.ts';

export const rankPartNames = [
  'asked',
  'went-up',
  'open-crisis',
  'opioid-use-without-naloxone',
  'recent-use',
  'lost-tolerance',
  'missed-doses',
  'next-dose-not-arranged',
  'pregnant',
  'injects',
  'hand-off-overdue',
  'hand-off-missed',
  'hand-off-without-appointment',
  'out-of-contact',
  'time',
] as const;

/** One reason for the place of a task in the list: its points, and what it saw. */
export const RankPart = z
  .object({
    part: z.enum(rankPartNames),
    points: z.int(),
    /** `asked`: what is at stake. */
    concern: z.enum(taskConcerns).optional(),
    /** `went-up`: to whom. */
    to: z.enum(roles).optional(),
    at: Instant.optional(),
    drugClasses: z.array(z.enum(drugClasses)).optional(),
    level: z.string().optional(),
    doses: z.int().optional(),
    times: z.int().optional(),
    days: z.int().optional(),
    /** `time`: where the deadline stands. */
    step: z.enum(timeSteps.map(({ step }) => step)).optional(),
  })
  .meta({ id: 'RankPart' });
export type RankPart = z.output<typeof RankPart>;

/** An open task, with the reasons for its rank, and what may be done about it. */
export const WorklistRow = TaskView.extend({
  episodeId: z.string(),
  patientId: z.string(),
  siteId: z.string(),
  programme: ProgrammeVersion,
  status: z.enum(episodeStatuses),
  level: z.string().nullable(),
  /** When somebody must have acted: a task that was put off is due when that ends. */
  actBy: Instant,
  points: z.int(),
  parts: z.array(RankPart),
  /** Somebody is in danger: to claim it is to acknowledge it, and until then the phone tree rings. */
  urgent: z.boolean(),
  /** Of what is urgent because a crisis was raised: its kind. */
  crisis: z.enum(crisisKinds).nullable(),
  /** Of whom it was asked before, and until when. */
  askedBefore: z.array(z.object({ role: z.enum(roles), until: Instant })),
  /** To whom it goes then, if nobody acts. */
  goesUp: z.object({ role: z.enum(roles), at: Instant }).nullable(),
  /** Of what is urgent: everybody who is called, in order. */
  phoneTree: z.array(z.enum(roles)),
  /** Who may claim it, or be given it. */
  mayTake: z.array(z.enum(roles)),
  /** It may be put off until then; null = not at all. */
  snoozeUntil: Instant.nullable(),
  /** The commands that end it; none = a person's word does. */
  endedBy: z.array(z.enum(commandTypes)),
  /** Of a proposal: what happens at its deadline. */
  atDeadline: z.enum(['escalate', 'apply', 'lapse']).nullable(),
  handOffDueAt: Instant.nullable(),
  /** The open tasks of the person, this one among them. */
  openTasks: z.int(),
}).meta({ id: 'WorklistRow' });
export type WorklistRow = z.output<typeof WorklistRow>;

export const WorklistItem = WorklistRow.extend({ name: PersonName.nullable() }).meta({ id: 'WorklistItem' });
export type WorklistItem = z.output<typeof WorklistItem>;

/** Whose tasks: those one has, those of the people one cares for, those nobody has. */
export const worklistWho = ['mine', 'team', 'unowned', 'all'] as const;
/** Each is part of the next. */
export const worklistDue = ['overdue', 'today', 'week'] as const;

/** How many tasks there are of each sort; `most` at most, so that a count costs no more than a page. */
export const WorklistCounts = z
  .object({
    mine: z.int(),
    team: z.int(),
    unowned: z.int(),
    all: z.int(),
    overdue: z.object({ mine: z.int(), team: z.int(), unowned: z.int(), all: z.int() }),
    urgent: z.int(),
    most: z.int(),
  })
  .meta({ id: 'WorklistCounts' });
export type WorklistCounts = z.output<typeof WorklistCounts>;
