import {
  followUpContacts,
  leaveKinds,
  medicationKinds,
  notCollectedOutcomes,
  outreachChannels,
  scheduledTestCauses,
} from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant, LocalDate } from '../scalars.ts';
import { PersonName, TransitionView } from './board.ts';
import { SpecimenView, TaskView } from './journey-parts.ts';

/** Drug tests that ask for somebody today, by what is to be done. */
export const testStates = [
  'today',
  'late',
  'not-collected',
  'awaiting-confirmation',
  'to-review',
  'in-question',
  'unexpected-absence',
] as const;
/** Medications: the doses that come, those of which nothing is known, and the gaps. */
export const medicationStates = ['next-dose', 'to-check', 'missed', 'ended', 'continuity'] as const;
/** People to reach: after discharge, after leaving by their own wish, out of contact, in aftercare. */
export const followUpStates = ['follow-up', 'contact', 'lost-contact', 'check-up'] as const;

/** What every row of these lists says beside what it is about. */
const row = {
  episodeId: z.string(),
  patientId: z.string(),
  siteId: z.string(),
  programme: ProgrammeVersion,
  /** Of somebody discharged, the last one. */
  level: z.string(),
  /** Tells the rows of one journey apart. */
  itemId: z.string(),
  dueAt: Instant,
  /** The open task that asks for it, where there is one. */
  task: TaskView.nullable(),
};

const LeaveKind = z.enum(leaveKinds).nullable();

const test = {
  ...row,
  /** The test that is due: drawn, asked for, at admission or after a leave. */
  scheduled: z
    .object({ from: Instant, dueAt: Instant, cause: z.enum([...scheduledTestCauses, 'return-from-leave']) })
    .nullable(),
  notCollected: z.object({ dueAt: Instant, outcome: z.enum(notCollectedOutcomes) }).nullable(),
  specimen: SpecimenView.nullable(),
  /** Away now, so that nobody waits for a specimen. */
  leave: LeaveKind,
};

export const DayMedication = z
  .object({
    medicationId: z.string(),
    medication: z.string(),
    kind: z.enum(medicationKinds),
    from: Instant,
    /** The end, said or planned. */
    until: Instant.nullable(),
    nextDoseAt: Instant.nullable(),
    /** The last doses missed in a row. */
    missed: z.object({ from: Instant, to: Instant, doses: z.int() }).nullable(),
  })
  .meta({ id: 'DayMedication' });
export type DayMedication = z.output<typeof DayMedication>;

const medication = {
  ...row,
  /** One; of continuity all that go on. */
  medications: z.array(DayMedication),
  /** The move that continuity is asked for. */
  move: TransitionView.nullable(),
  leave: LeaveKind,
};

const followUp = {
  ...row,
  /** Days after discharge, and the window in which an answer counts. */
  point: z.object({ days: z.int(), opensAt: Instant, closesAt: Instant, attempts: z.int() }).nullable(),
  lost: z.object({ since: LocalDate, days: z.int() }).nullable(),
  dischargedAt: Instant.nullable(),
  lastAttempt: z
    .object({ at: Instant, channel: z.enum(outreachChannels).nullable(), came: z.enum(followUpContacts) })
    .nullable(),
};

export const DayTest = z.object({ ...test, state: z.enum(testStates) }).meta({ id: 'DayTest' });
export type DayTest = z.output<typeof DayTest>;
export const DayDose = z.object({ ...medication, state: z.enum(medicationStates) }).meta({ id: 'DayDose' });
export type DayDose = z.output<typeof DayDose>;
export const DayFollowUp = z.object({ ...followUp, state: z.enum(followUpStates) }).meta({ id: 'DayFollowUp' });
export type DayFollowUp = z.output<typeof DayFollowUp>;

const name = { name: PersonName.nullable() };
export const DayTestItem = DayTest.extend(name).meta({ id: 'DayTestItem' });
export type DayTestItem = z.output<typeof DayTestItem>;
export const DayDoseItem = DayDose.extend(name).meta({ id: 'DayDoseItem' });
export type DayDoseItem = z.output<typeof DayDoseItem>;
export const DayFollowUpItem = DayFollowUp.extend(name).meta({ id: 'DayFollowUpItem' });
export type DayFollowUpItem = z.output<typeof DayFollowUpItem>;

/** A page of one state, with how many rows each state has under the same filters. */
export const dayListOf = <Item extends z.ZodType, State extends string>(item: Item, states: readonly State[]) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable(),
    counts: z.record(z.enum(states), z.int()),
  });
