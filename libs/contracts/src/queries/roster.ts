import { ageGroups, attendances, leaveKinds, modalities, stagesOfRecovery, tracks } from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant } from '../scalars.ts';
import { PersonName } from './board.ts';

/** A group of a site, and when people of its levels and age are there; days of the week, 0 = Sunday. */
export const GroupView = z
  .object({
    siteId: z.string(),
    site: z.string(),
    timeZone: z.string(),
    groupId: z.string(),
    title: z.string(),
    modality: z.enum(modalities),
    programmes: z.array(z.string()),
    levels: z.array(z.string()),
    age: z.enum(ageGroups),
    stage: z.enum(stagesOfRecovery),
    hours: z.array(z.object({ track: z.enum(tracks), weekdays: z.array(z.int()), from: z.string(), to: z.string() })),
  })
  .meta({ id: 'Group' });
export type GroupView = z.output<typeof GroupView>;

const Attendance = z.enum(attendances);

export const RosterPerson = z
  .object({
    episodeId: z.string(),
    patientId: z.string(),
    programme: ProgrammeVersion,
    level: z.string(),
    levelSince: Instant,
    ageGroup: z.enum(ageGroups),
    stage: z.enum(stagesOfRecovery),
    leave: z.enum(leaveKinds).nullable(),
    /** What is on record of this session already. */
    recorded: z.object({ sessionId: z.string(), attendance: Attendance, minutes: z.int() }).nullable(),
    /** The last sessions of this group before it, the oldest first. */
    before: z.array(z.object({ startedAt: Instant, attendance: Attendance })),
  })
  .meta({ id: 'RosterPerson' });
export type RosterPerson = z.output<typeof RosterPerson>;

export const RosterPersonItem = RosterPerson.extend({ name: PersonName.nullable() }).meta({ id: 'RosterPersonItem' });
export type RosterPersonItem = z.output<typeof RosterPersonItem>;

/** Who belongs to one session of a group. */
export const Roster = z
  .object({
    group: GroupView,
    startsAt: Instant,
    /** On record in this group in the last four weeks, whether they came or not. */
    members: z.array(RosterPersonItem),
    /** Whom the group is for, and who was in no group for four weeks: to be added. Those of its stage come first. */
    others: z.array(RosterPersonItem),
    /** Those who were asked for by name. */
    added: z.array(RosterPersonItem),
  })
  .meta({ id: 'Roster' });
export type Roster = z.output<typeof Roster>;
