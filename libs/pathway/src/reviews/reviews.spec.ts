import { advance } from '../advance.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { OpenedJourney } from '../journey.ts';
import { day, inCareAt, said } from '../specs/commands.ts';
import { assessed } from '../specs/assessments.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, done, first, happened, overrideTo } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';

const inResidential = inCareAt('residential');
/** When the local day begins in New York, in summer. */
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const reviewed = (...steps: readonly (Step | readonly Step[])[]): readonly string[] =>
  given()
    .when(...steps.flat())
    .events.filter(({ type }) => type === 'ReviewDue')
    .map(({ occurredAt }) => occurredAt);

describe('a stay', () => {
  it('is due for review in the interval of its level, again and again', () => {
    expect(reviewed(inResidential, timePasses(day(70)))).toEqual([dayBegins(30), dayBegins(60)]);
    expect(reviewed(inCareAt('iop'), timePasses(day(60)))).toEqual([dayBegins(56)]);
  });

  it('error 13: is moved by no length of time: on day 30, or on day 300, only people are asked', () => {
    const then = given(inResidential, assessed({ 5: '3.5' }, day(0))).when(timePasses(day(300)));
    then
      .thenIncludes(
        happened('ReviewDue', { level: 'residential', inCareDays: 30 }),
        taskOpened('stay-review', { role: 'therapist', dueAt: plusHours(dayBegins(30), 24) }),
      )
      .thenLacks('TransitionProposed', 'TransitionStarted', 'TransitionCompleted', 'EpisodeDischarged');
    expect(then.journey).toMatchObject({ status: 'active', stay: { level: 'residential', since: day(0) } });
  });

  it('is asked about once while the review is open', () => {
    const { journey } = given(inResidential).when(timePasses(day(100)));
    expect(journey.tasks.filter(({ kind }) => kind === 'stay-review')).toHaveLength(1);
    const task = 'episode-1.task.stay-review.residential.2026-06-03';
    given(inResidential, timePasses(day(31)))
      .when(done(task, day(32)), timePasses(day(70)))
      .thenIncludes(happened('TaskCompleted', { taskId: task }), taskOpened('stay-review'));
  });

  it('is looked at with an assessment of all dimensions', () => {
    given(inResidential, timePasses(day(31)))
      .when(assessed({ 5: '3.5' }, day(31)))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.stay-review.residential.2026-06-03' }));
  });

  it('is counted anew at another level, and no more after the end', () => {
    const moved = [...inResidential, timePasses(day(31)), overrideTo('iop', day(32)), arrived(first, day(33))];
    expect(reviewed(moved, timePasses(day(90)))).toEqual([dayBegins(30), dayBegins(89)]);
    given(moved.slice(0, -1))
      .when(arrived(first, day(33)))
      .thenIncludes(happened('TaskCancelled', { taskId: 'episode-1.task.stay-review.residential.2026-06-03' }));
    expect(reviewed(inResidential, discharged('dropped-out', day(20)), timePasses(day(90)))).toEqual([]);
  });

  it('is reviewed later by the days that the person was away', () => {
    const away = [leaves(day(5), 'hospital'), isBack(day(9))];
    // Wholly away on the three days in between.
    expect(reviewed(inResidential, away, timePasses(day(40)))).toEqual([dayBegins(33)]);
    expect(reviewed(inResidential, leaves(day(5), 'hospital'), timePasses(day(80)))).toEqual([]);
  });

  it('is said to be due at each moment that passed while the rules were stopped, with one task', () => {
    const { journey } = given(inCareAt('detox'), timePasses(day(1))).when();
    const rested = restAt(journey, day(200));
    expect(rested.reviews.length).toBeGreaterThan(60);
    expect(rested.tasks.filter(({ kind }) => kind === 'stay-review')).toHaveLength(1);
  });
});

/** The journey after one run at that moment, as if none had been before; a run must come to rest in 50 rounds. */
function restAt(journey: OpenedJourney, now: Instant): OpenedJourney {
  const context = { programme: standardFour, calendar: newYork, now };
  let after = journey;
  for (let round = 0; round < 50; round += 1) {
    const run = { ...context, eventId: (index: number) => `run-${round}-${index}` };
    const events = advance(after, run);
    if (events.length === 0) return after;
    after = foldAhead(after, events, said(now), run);
  }
  throw new Error('the journey does not come to rest');
}
