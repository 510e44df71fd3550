import type { OpenedJourney } from '../journey.ts';
import { asksForTest, attended, by, day, definitive, missed, opened } from '../specs/commands.ts';
import { given, givenWith, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, first, happened, overrideTo } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { collected, drawn, inIop, journeyOf, quiet } from '../specs/scheduled-tests.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours, plusMinutes, type Instant } from '../time.ts';
import { doneAt, fellAway, saidNotCollected } from './answered.ts';
import { openScheduledTests, scheduledTestAsks, scheduledTestTaskSettled } from './asks.ts';
import type { ScheduledTest } from './state.ts';

const programme = standardFour;
const { number: _number, ...asked } = { ...drawn, cause: 'for-cause' as const };
const random = (collectedAt: Instant) => collected(collectedAt, { collectionReason: 'random' });

describe('a scheduled test', () => {
  it.each<readonly [string, ScheduledTest, Step, done: boolean]>([
    ['on its day', drawn, collected(day(10)), true],
    ['before its day', drawn, collected(plusMinutes(day(10), -1)), false],
    ['until it counts as missed', drawn, collected(day(14)), true],
    ['after that', drawn, collected(plusMinutes(day(14), 1)), false],
    ['as the random one before its day', drawn, random(plusHours(day(5), 1)), true],
    ['as the random one when it was drawn', drawn, random(plusMinutes(day(5), 59)), false],
    ['as a random one, before a test that a person asked for', asked, random(day(9)), false],
    ['on the day of a test that a person asked for', asked, random(day(10)), true],
  ])('is done by what was collected %s: %4$s', (_, test, step, done) => {
    const at = doneAt(test, journeyOf(inIop, step), programme);
    expect(at !== undefined).toBe(done);
  });

  it('is done by a specimen of which any report says that it is the random one, and that stands', () => {
    const reports = [collected(day(8)), random(day(8))].map((report, index) => ({
      ...report,
      reportedAt: day(9 + index),
      occurredAt: day(9 + index),
    }));
    expect(doneAt(drawn, journeyOf(inIop, ...reports), programme)).toBe(day(8));
    const cancelled = collected(day(10), { status: 'cancelled', results: [], reportedAt: day(11) });
    expect(doneAt(drawn, journeyOf(inIop, collected(day(10)), cancelled), programme)).toBeUndefined();
  });

  it.each<readonly [string, ScheduledTest, Instant, said: boolean]>([
    ['drawn, by its due time', drawn, day(11), true],
    ['drawn, on its day', drawn, day(10), true],
    ['drawn, the minute before its day', drawn, plusMinutes(day(10), -1), false],
    ['drawn, after its day', drawn, plusMinutes(day(11), 1), false],
    ['asked for, by its due time', asked, day(11), true],
    ['asked for, on the day before', asked, day(10.5), false],
    ['asked for, after it', asked, plusMinutes(day(11), 1), false],
  ])('is known as not collected where it was %s: %4$s', (_, test, dueAt, said) => {
    expect(saidNotCollected(test, journeyOf(inIop, { ...missed(dueAt), occurredAt: day(12) }))).toBe(said);
    expect(saidNotCollected(test, journeyOf(inIop))).toBe(false);
  });

  it('falls away with a leave at its due time, and a drawn one with its stay', () => {
    const away = (from: number, to: number) => journeyOf(inIop, leaves(day(from), 'hospital'), isBack(day(to)));
    expect([drawn, asked].map((test) => fellAway(test, away(9, 12)))).toEqual([true, true]);
    expect([drawn, asked].map((test) => fellAway(test, away(9, 10)))).toEqual([false, false]);
    const moved = journeyOf(inIop, overrideTo('residential', day(2)), arrived(first, day(3)));
    expect([drawn, asked].map((test) => fellAway(test, moved))).toEqual([true, false]);
    expect(fellAway({ ...drawn, stay: 2 }, moved)).toBe(false);
    expect(fellAway({ ...drawn, stay: 0 }, moved)).toBe(false);
    expect(fellAway({ ...drawn, dueAt: day(3) }, moved)).toBe(true);
    expect(fellAway({ ...drawn, dueAt: plusMinutes(day(3), -1) }, moved)).toBe(false);
  });
});

describe('what is asked of people about scheduled tests', () => {
  const withTest = (journey: OpenedJourney): OpenedJourney => ({ ...journey, scheduledTests: [drawn] });
  const task = { kind: 'scheduled-test-missed', subject: day(11) } as Parameters<typeof scheduledTestTaskSettled>[1];
  const settled = (...steps: readonly (Step | readonly Step[])[]) =>
    scheduledTestTaskSettled(withTest(journeyOf(...steps)), task, programme);

  it('is each of which nothing is known, from the moment at which it counts as missed', () => {
    expect(scheduledTestAsks(withTest(journeyOf(inIop)), programme)).toEqual([
      {
        kind: 'scheduled-test-missed',
        role: 'nurse',
        subject: day(11),
        withinHours: 12,
        since: day(14),
        cause: 'scheduled-test-missed',
        causedBy: 'drawn',
      },
    ]);
    for (const answer of [collected(day(10)), collected(day(16)), missed(day(11)), discharged('dropped-out', day(3))])
      expect(scheduledTestAsks(withTest(journeyOf(inIop, answer)), programme)).toEqual([]);
    expect(scheduledTestAsks(withTest(journeyOf(opened())), programme)).toEqual([]);
    expect(openScheduledTests(withTest(journeyOf(opened())), programme)).toEqual([drawn]);
    expect(openScheduledTests(withTest(journeyOf(inIop, discharged('dropped-out', day(3)))), programme)).toEqual([]);
  });

  it.each<readonly [string | undefined, Step]>([
    [undefined, attended(day(15))],
    ['completed', collected(day(12))],
    ['completed', collected(day(20))],
    ['completed', { ...missed(day(11)), occurredAt: day(15) }],
    ['cancelled', discharged('dropped-out', day(15))],
    ['cancelled', leaves(day(9), 'hospital', { toldAt: day(15) })],
  ])('ends as %s', (end, step) => {
    expect(settled(inIop, step)).toBe(end);
    expect(scheduledTestTaskSettled(journeyOf(inIop), task, programme)).toBe('cancelled');
  });

  it('records the reason for which a person asks', () => {
    const reason = { sealed: 'kid.nonce.words' };
    const before = asksForTest(day(2), day(3));
    const { events } = givenWith(quiet, inIop).when({ ...asksForTest(day(5), day(3)), actor: by('nurse'), reason });
    expect(events.find(({ type }) => type === 'DrugTestScheduled')?.data).toEqual({
      from: day(3),
      dueAt: day(5),
      cause: 'for-cause',
      reason,
    });
    expect(givenWith(quiet, inIop).when(before).rejection).toEqual({ type: 'EndsBeforeItBegins', field: 'dueAt' });
    expect(givenWith(quiet, inIop).when(asksForTest(day(3), day(3))).rejection).toBeUndefined();
  });
});

describe('a definitive result', () => {
  it('answers a test that a person asked for', () => {
    givenWith(quiet, inIop, asksForTest(day(5), day(3)))
      .when(definitive([['cocaine', 'negative']], { collectedAt: day(4) }), timePasses(day(9)))
      .thenLacks(happened('TaskOpened', { kind: 'scheduled-test-missed' }));
    given(inIop, asksForTest(day(5), day(3)))
      .when(asksForTest(day(5), day(4)))
      .thenNothing();
  });
});
