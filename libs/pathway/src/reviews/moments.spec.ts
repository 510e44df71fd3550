import { assessed } from '../specs/assessments.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { leaves } from '../specs/safety.ts';
import { plusHours, type Instant } from '../time.ts';
import { reviewsOwed } from './owed.ts';

const inResidential = inCareAt('residential');
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const owed = (...steps: readonly Step[]) => {
  const one = new Lived();
  for (const step of [...inResidential, ...steps]) one.step(step);
  return { context: one.context(), owed: reviewsOwed(one.opened(), one.context()), journey: one.opened() };
};

describe('the next review of a stay', () => {
  it('is waited for by its cause', () => {
    expect(owed().owed).toMatchObject([{ at: dayBegins(30), cause: 'review-due', subject: 'residential' }]);
  });

  it('is none while the person is away, nor at a level without an interval', () => {
    expect(owed(leaves(day(5), 'hospital')).owed).toEqual([]);
    const { journey, context } = owed();
    const { residential } = context.programme.levels;
    if (!residential) throw new Error('there is residential');
    const endless = { ...residential, stayDays: { ...residential.stayDays, review: 0 } };
    const programme = { ...context.programme, levels: { ...context.programme.levels, residential: endless } };
    expect(reviewsOwed(journey, { ...context, programme })).toEqual([]);
  });

  it.each([
    [dayBegins(59), [30]],
    [dayBegins(60), [30, 60]],
    [day(95), [30, 60, 90]],
  ])('after a stop until %s is said for each moment that came', (now, days) => {
    const late = owed();
    const events = late.owed.flatMap(({ make }) => make({ ...late.context, now }));
    const said = events.filter(({ type }) => type === 'ReviewDue').map(({ occurredAt }) => occurredAt);
    expect(said).toEqual(days.map(dayBegins));
  });

  it('after a stop is said once where the person has been away since', () => {
    const late = owed(leaves(day(29.5), 'hospital'));
    const events = late.owed.flatMap(({ make }) => make({ ...late.context, now: day(99) }));
    expect(events.filter(({ type }) => type === 'ReviewDue')).toMatchObject([{ occurredAt: dayBegins(30) }]);
  });
});

describe('a review of a stay is answered', () => {
  const answered = happened('TaskCompleted', { taskId: 'episode-1.task.stay-review.residential.2026-06-03' });

  it.each([
    ['at the moment it was asked for', assessed({ 5: '3.5' }, dayBegins(30)), true],
    ['on the first day of the stay, told since', assessed({ 5: '3.5' }, day(0), { occurredAt: day(31) }), true],
    ['before the stay, told since', assessed({ 5: '3.5' }, day(-1), { occurredAt: day(31) }), false],
  ] as const)('by an assessment made %s: %s', (_when, assessment, is) => {
    const then = given(inResidential).when(assessment, timePasses(day(31)));
    if (is) then.thenIncludes(answered);
    else then.thenLacks(answered);
  });
});
