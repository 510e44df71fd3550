import { stillStands } from '../drug-testing/answered.ts';
import type { Specimen } from '../drug-testing/state.ts';
import type { OpenedJourney } from '../journey.ts';
import { leaveAt } from '../leaves/clock.ts';
import type { Programme } from '../programme/programme.ts';
import { earlierOf, plusHours, type Instant } from '../time.ts';
import type { ScheduledTest } from './state.ts';

/** Until then a specimen collected late, or a word about it, still belongs to this test; from then on somebody asks. */
export const missedAt = ({ dueAt }: ScheduledTest, { drugTesting }: Programme): Instant =>
  plusHours(dueAt, drugTesting.scheduling.missedAfterHours);

/**
 * When the test was done, as far as is known: a specimen collected on its day or until it counts as missed. A random test
 * may be taken before its day, where the report says that it is the random one: the site chose another day.
 */
export function doneAt(test: ScheduledTest, journey: OpenedJourney, programme: Programme): Instant | undefined {
  const until = missedAt(test, programme);
  const belongs = (specimen: Specimen): boolean =>
    specimen.collectedAt <= until && specimen.collectedAt >= (isRandom(specimen) ? drawnSince(test) : test.from);
  return journey.specimens.findLast((specimen) => belongs(specimen) && stillStands(specimen))?.collectedAt;
}

/** Since when a specimen may be the one that was drawn. */
const drawnSince = ({ from, at, number }: ScheduledTest): Instant =>
  // Not the specimen with which the test before was done: clocks differ by minutes.
  number === undefined ? from : earlierOf(plusHours(at, 1), from);

const isRandom = ({ reports }: Specimen): boolean =>
  reports.some(({ collectionReason }) => collectionReason === 'random');

/** Somebody said that it was not collected: by its due time, or for the day that was drawn. */
export const saidNotCollected = (
  { from, dueAt, number }: ScheduledTest,
  { notCollected }: Pick<OpenedJourney, 'notCollected'>,
): boolean =>
  notCollected.some((one) => one.dueAt === dueAt || (number !== undefined && one.dueAt >= from && one.dueAt <= dueAt));

/** It fell away before it was due: the person went to another level, whose plan holds, or was on leave. */
export function fellAway({ number, stay, dueAt }: ScheduledTest, journey: OpenedJourney): boolean {
  const until = journey.stays[stay - 1]?.until;
  return leaveAt(journey, dueAt) !== undefined || (number !== undefined && until !== undefined && until <= dueAt);
}
