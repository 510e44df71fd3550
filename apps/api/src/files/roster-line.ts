import { Code, NewPatient } from '@stepway/contracts';
import { ageGroups, type AgeGroup } from '@stepway/pathway';
import { z } from 'zod';
import { Cells, type Fault } from './cells.ts';
import type { CsvLine } from './csv-table.ts';

export interface RosterLine {
  readonly recordNumber: string;
  readonly person: NewPatient;
  readonly opening: {
    readonly programme: string;
    readonly siteId: string;
    readonly entryLevel: string;
    readonly ageGroup: AgeGroup;
    readonly referralSource?: string;
    readonly occurredAt: string;
  };
  readonly admittedAt?: string;
}

/** What a line is read against. */
export interface Published {
  readonly now: Date;
  /** Undefined where there is no such site for who sends the file. */
  readonly zoneOf: (siteId: string) => string | undefined;
  /** Undefined where there is no such programme for them. */
  readonly levelsOf: (programme: string) => readonly string[] | undefined;
}

const numberLength = NewPatient.shape.mrn.unwrap();
const nameLength = NewPatient.shape.name.shape.given;

/** One person who comes into care, as a line of a file tells it. */
export function readRoster(
  line: CsvLine,
  { now, zoneOf, levelsOf }: Published,
): RosterLine | { readonly faults: readonly Fault[] } {
  const cells = new Cells(line);
  const recordNumber = cells.as('record_number', numberLength);
  const given = cells.as('given_name', nameLength);
  const family = cells.as('family_name', nameLength);
  const birthDate = cells.as('birth_date', z.iso.date());
  const sex = cells.maybe('sex', NewPatient.shape.sex);
  const phone = cells.text('phone');
  const siteId = cells.as('site', Code);
  const programme = cells.as('programme', Code);
  const entryLevel = cells.as('level', Code);
  const ageGroup = cells.maybe('age_group', z.enum(ageGroups)) ?? 'adult';
  const referralSource = cells.maybe('referral_source', Code);
  if (birthDate !== undefined && Date.parse(birthDate) > now.getTime()) cells.blame('birth_date', 'future');
  const timeZone = siteId === undefined ? undefined : zoneOf(siteId);
  if (siteId !== undefined && timeZone === undefined) cells.blame('site', 'no-such-site');
  const levels = programme === undefined ? undefined : levelsOf(programme);
  if (programme !== undefined && levels === undefined) cells.blame('programme', 'no-such-programme');
  if (entryLevel !== undefined && levels?.includes(entryLevel) === false) cells.blame('level', 'no-such-level');
  const clock = { timeZone: timeZone ?? 'UTC', now };
  const occurredAt = cells.moment('referred_at', cells.needed('referred_at'), { ...clock, dayAlone: true });
  const admittedAt = cells.moment('admitted_at', cells.text('admitted_at'), clock);
  if (
    cells.faults.length > 0 ||
    recordNumber === undefined ||
    given === undefined ||
    family === undefined ||
    birthDate === undefined ||
    siteId === undefined ||
    programme === undefined ||
    entryLevel === undefined ||
    occurredAt === undefined
  )
    return { faults: cells.faults };
  return {
    recordNumber,
    person: {
      ...{ name: { given, family }, birthDate, mrn: recordNumber },
      ...(sex && { sex }),
      ...(phone !== undefined && { contacts: [{ system: 'phone' as const, value: phone }] }),
    },
    opening: {
      ...{ programme, siteId, entryLevel, ageGroup, occurredAt },
      ...(referralSource !== undefined && { referralSource }),
    },
    ...(admittedAt !== undefined && { admittedAt }),
  };
}
