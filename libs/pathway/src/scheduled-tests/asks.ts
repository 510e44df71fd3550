import { lastCollectedAt } from '../drug-testing/answered.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { doneAt, fellAway, missedAt, saidNotCollected } from './answered.ts';
import type { ScheduledTest } from './state.ts';

/**
 * A scheduled test of which nothing is known when its time is over: somebody finds out the same day. That it was missed,
 * declined or excused is a person's word (`RecordMissedDrugTest`), never the clock's. A specimen collected since
 * leaves nothing to ask.
 */
export function scheduledTestAsks(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  if (journey.status !== 'active') return [];
  return openScheduledTests(journey, programme).map((test) => ({
    kind: 'scheduled-test-missed',
    role: 'nurse',
    subject: test.dueAt,
    withinHours: programme.deadlines.sameDayHours,
    since: missedAt(test, programme),
    cause: 'scheduled-test-missed',
    causedBy: test.eventId,
  }));
}

/** Neither done, nor said not to be, nor fallen away. */
const isOpen = (test: ScheduledTest, journey: OpenedJourney, programme: Programme): boolean =>
  !saidNotCollected(test, journey) && !fellAway(test, journey) && doneAt(test, journey, programme) === undefined;

/** Those still ahead, or of which nothing is known yet and no specimen was collected since. */
export function openScheduledTests(journey: OpenedJourney, programme: Programme): readonly ScheduledTest[] {
  if (journey.status === 'discharged') return [];
  return openAmong(journey.scheduledTests, journey, programme);
}

function openAmong(tests: readonly ScheduledTest[], journey: OpenedJourney, programme: Programme) {
  const last = lastCollectedAt(journey);
  return tests.filter((test) => last < test.from && isOpen(test, journey, programme));
}

/** A task about a scheduled test ends with a specimen, or with what is said of the test. */
export function scheduledTestTaskSettled(
  journey: OpenedJourney,
  { subject }: Task,
  programme: Programme,
): TaskEnd | undefined {
  // Looks at its own test only: such tasks stay open while nothing is known, so that there may be as many as tests.
  const tests = journey.scheduledTests.filter(({ dueAt }) => dueAt === subject);
  if (journey.status !== 'active') return 'cancelled';
  if (openAmong(tests, journey, programme).length > 0) return undefined;
  const [test] = tests;
  return test === undefined || fellAway(test, journey) ? 'cancelled' : 'completed';
}
