import type { OpenedJourney } from '../journey.ts';
import { endOf } from '../medications/explains.ts';
import type { Medication } from '../medications/state.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { daysBetween, plusDays, type Instant } from '../time.ts';
import { doneAt } from './answered.ts';

const quarterDays = 365 / 4;

/**
 * A methadone programme makes at least so many random tests a year (42 CFR 8.12(f)(6)). At each quarter of a year of the
 * medication the tests so far are counted; where they fall behind, the missing ones are asked for in time.
 */
export function methadoneCountAsks(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const { provided } = programme.medications.methadone;
  if (journey.status !== 'active' || provided !== 'here') return [];
  return journey.medications
    .filter(({ medication, kind }) => medication === 'methadone' && kind === 'moud')
    .flatMap((medication) => quarters(medication, journey))
    .filter((quarter) => testsSince(quarter.yearFrom, journey, programme) < needed(quarter, programme))
    .map(({ medicationId, at }) => ({
      kind: 'random-test-count',
      role: 'nurse',
      subject: `${medicationId}.${at}`,
      withinHours: programme.deadlines.retestHours,
      since: at,
      cause: 'test-count',
    }));
}

interface Quarter {
  readonly medicationId: string;
  readonly at: Instant;
  readonly yearFrom: Instant;
  /** How much of the year is over, from 1 to 4. */
  readonly number: number;
}

/** The quarter that ended last and the one that ends next, while the medication is taken and the person in care. */
function quarters(medication: Medication, { recordedAt, stays }: OpenedJourney): readonly Quarter[] {
  const { medicationId, from } = medication;
  const begun = Math.max(0, Math.floor(daysBetween(from, recordedAt) / quarterDays));
  return [begun, begun + 1].flatMap((count): readonly Quarter[] => {
    const at = plusDays(from, count * quarterDays);
    const inCare = stays[0] !== undefined && stays[0].since < at;
    if (count === 0 || !inCare || (endOf(medication) ?? at) < at) return [];
    const year = Math.floor((count - 1) / 4);
    return [{ medicationId, at, yearFrom: plusDays(from, year * 365), number: count - 4 * year }];
  });
}

const needed = ({ number }: Quarter, { medications }: Programme): number =>
  Math.ceil((medications.methadone.randomTestsPerYear * number) / 4);

/** Random tests that were done: those drawn by the plan, and those that a report says were random. */
function testsSince(from: Instant, journey: OpenedJourney, programme: Programme): number {
  const drawn = journey.scheduledTests
    .filter(({ number, dueAt }) => number !== undefined && dueAt >= from)
    .flatMap((test) => doneAt(test, journey, programme) ?? []);
  const said = journey.specimens
    .filter(({ reports }) => reports.some(({ collectionReason }) => collectionReason === 'random'))
    .map(({ collectedAt }) => collectedAt);
  return new Set([...drawn, ...said].filter((at) => at >= from)).size;
}

/** The task ends when the tests are there, and when the next quarter counts again. */
export const methadoneCountSettled = (
  journey: OpenedJourney,
  { subject }: Task,
  programme: Programme,
): TaskEnd | undefined => {
  if (methadoneCountAsks(journey, programme).some((ask) => ask.subject === subject)) return undefined;
  return journey.status === 'active' ? 'completed' : 'cancelled';
};
