import { due } from '../advance.ts';
import type { OpenedJourney } from '../journey.ts';
import { followedUp } from '../specs/after.ts';
import { berlin } from '../specs/calendars.ts';
import { day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { deathRecorded, discharged, done, happened, referralClosed } from '../specs/moves.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusDays } from '../time.ts';
import { dischargeReasons } from '../vocabulary.ts';

/** From aftercare, the last level. Noon UTC of day 100 is the morning of 12 August in New York. */
const completed = [...inCareAt('aftercare'), discharged('completed', day(100))];
const midnight = (date: string) => `${date}T04:00:00.000Z`;
const subject = (point: number) => `episode-1.discharge-1.day-${point}`;
const closed = '2026-09-26';
const followUps = ({ tasks }: OpenedJourney) => tasks.filter(({ kind }) => kind === 'follow-up');

describe('a person who completed the last level', () => {
  it('is followed up at 30, 90, 180 and 365 days, each asked for two weeks before, on days of the site', () => {
    const { events } = given(completed).when(timePasses(day(600)));
    const asked = events.flatMap((event) =>
      event.type === 'TaskOpened' && event.data.kind === 'follow-up' ? [[event.occurredAt, event.data.dueAt]] : [],
    );
    expect(asked).toEqual([
      [midnight('2026-08-28'), midnight('2026-09-12')],
      [midnight('2026-10-27'), '2026-11-11T05:00:00.000Z'],
      ['2027-01-25T05:00:00.000Z', '2027-02-09T05:00:00.000Z'],
      // The pinned table of this site ends in winter.
      ['2027-07-29T05:00:00.000Z', '2027-08-13T05:00:00.000Z'],
    ]);
  });

  it('waits for the first point, and says why', () => {
    const one = new Lived();
    for (const step of completed) one.step(step);
    expect(due(one.journey, one.context())).toEqual({
      at: midnight('2026-08-28'),
      cause: 'follow-up',
      subject: subject(30),
    });
  });

  it('is asked on the days of the site where the clocks change in between', () => {
    givenWith({ calendar: berlin }, completed)
      .when(timePasses(day(200)))
      .thenIncludes(
        taskOpened('follow-up', { subject: subject(30), dueAt: '2026-09-11T22:00:00.000Z' }),
        taskOpened('follow-up', { subject: subject(90), dueAt: '2026-11-10T23:00:00.000Z' }),
      );
  });

  it('who is reached is not asked again for that point; the word is kept as it was said', () => {
    const said = {
      abstinentReported: true,
      housing: 'independent-living',
      arrests: 'none',
      selfHelp: '4-to-7',
    } as const;
    const { journey } = given(completed)
      .when(followedUp(30, day(128), said))
      .thenIncludes(
        happened('FollowUpRecorded', { point: 30, dischargedAt: day(100), inWindow: true, ...said }),
        happened('TaskCompleted'),
      );
    expect(followUps(journey)).toMatchObject([{ kind: 'follow-up', state: 'completed' }]);
    given(completed, followedUp(30, day(128)))
      .when(timePasses(day(150)))
      .thenLacks('FollowUpMissed', 'TaskOpened');
  });

  it('who does not want to be asked is not asked again for that point either', () => {
    given(completed, followedUp(30, day(128), { contact: 'declined' }))
      .when(timePasses(day(150)))
      .thenLacks('FollowUpMissed');
  });

  it('who is not reached is tried again until the window closes; then the point is missed', () => {
    const { journey } = given(completed, followedUp(30, day(128), { contact: 'not-reached' })).when(
      timePasses(day(144)),
    );
    expect(followUps(journey)).toMatchObject([{ kind: 'follow-up', state: 'open' }]);
    const then = given(completed, followedUp(30, day(128), { contact: 'not-reached' }))
      .when(timePasses(day(145)))
      .thenIncludes(happened('FollowUpMissed', { point: 30, dischargedAt: day(100) }));
    expect(then.events.find(({ type }) => type === 'FollowUpMissed')?.occurredAt).toBe(midnight(closed));
    expect(followUps(then.journey)).toMatchObject([{ kind: 'follow-up', state: 'cancelled' }]);
  });

  it('is owed nothing after the last point', () => {
    const one = new Lived();
    for (const step of [...completed, timePasses(day(600))]) one.step(step);
    expect(due(one.journey, one.context())).toBeUndefined();
    expect(one.opened().followUpsMissed.map(({ point }) => point)).toEqual([30, 90, 180, 365]);
    expect(one.opened().tasks.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('is owed nothing any more once the last point was answered', () => {
    const one = new Lived();
    const answered = [30, 90, 180, 365].map((point) => followedUp(point, day(100 + point)));
    for (const step of [...completed, ...answered]) one.step(step);
    expect(due(one.journey, one.context())).toBeUndefined();
    expect(one.opened().followUpsMissed).toEqual([]);
  });

  it('who has died is not asked after', () => {
    const { events } = given(completed, timePasses(day(120)), deathRecorded(day(120))).when(timePasses(day(600)));
    expect(events).toEqual([]);
  });

  it('is still followed up when a late fact comes in between', () => {
    const late = definitive([['cocaine', 'positive']], { collectedAt: day(99), reportedAt: day(103) });
    const { journey } = given(completed, late).when(timePasses(day(117)));
    expect(journey.tasks.filter(({ state, kind }) => state === 'open' && kind === 'follow-up')).toHaveLength(1);
  });
});

describe('follow-up', () => {
  it('is for everyone who was in care, whatever the reason: of those who left least is known', () => {
    const ends = dischargeReasons.filter((reason) => reason !== 'death' && reason !== 'terminated-by-facility');
    for (const reason of ends)
      given(inCareAt('iop'), discharged(reason, day(100)))
        .when(timePasses(day(120)))
        .thenIncludes(taskOpened('follow-up'));
  });

  it('is not for a referral that was closed', () => {
    given(opened(), referralClosed(day(-3)))
      .when(timePasses(day(600)))
      .thenLacks('TaskOpened');
  });

  it('of a discharge that was told of late asks only for what can still be answered', () => {
    const late = { ...discharged('dropped-out', day(100)), occurredAt: day(200) };
    const { events } = given(inCareAt('iop')).when(late);
    expect(events.filter(({ type }) => type === 'FollowUpMissed').map(({ data }) => data)).toEqual([
      { point: 30, dischargedAt: day(100) },
    ]);
    const asked = events.flatMap((event) =>
      event.type === 'TaskOpened' && event.data.kind === 'follow-up' ? [event.data.subject] : [],
    );
    expect(asked).toEqual([subject(90)]);
  });

  it('outside its window is kept, and the point still waits', () => {
    given(completed)
      .when(followedUp(30, day(112)), timePasses(day(120)))
      .thenIncludes(
        happened('FollowUpRecorded', { inWindow: false }),
        taskOpened('follow-up', { subject: subject(30) }),
      );
    given(completed, timePasses(day(150)))
      .when(followedUp(30, day(150)))
      .thenIncludes(happened('FollowUpRecorded', { inWindow: false }));
  });

  it('is known when told again, refused when told otherwise, and each attempt is a fact of its own', () => {
    const first = followedUp(30, day(128), { contact: 'not-reached' });
    given(completed, first)
      .when(followedUp(30, day(128), { contact: 'not-reached' }))
      .thenNothing();
    given(completed, first)
      .when(followedUp(30, day(128)))
      .thenRejects('FollowUpConflict');
    given(completed, first)
      .when(followedUp(30, day(129)))
      .thenIncludes(happened('FollowUpRecorded', { contact: 'reached' }));
  });

  it('that was recorded for somebody else is asked for again when it is withdrawn', () => {
    const before: readonly Step[] = [...completed, followedUp(30, day(120))];
    const told = given(completed).when(followedUp(30, day(120)));
    const { journey } = given(before).when(withdrawn(idOf('FollowUpRecorded', told.events), day(121)));
    expect(followUps(journey)).toMatchObject([{ kind: 'follow-up', state: 'open' }]);
  });

  it('is refused before a discharge, at other points, ahead of time, and of answers that nobody gave', () => {
    given(inCareAt('iop'))
      .when(followedUp(30, day(30)))
      .thenRejects('NotDischarged');
    given(completed)
      .when(followedUp(60, day(128)))
      .thenRejects('UnknownFollowUpPoint');
    given(completed)
      .when({ ...followedUp(30, day(128)), occurredAt: day(127) })
      .thenRejects('InTheFuture');
    for (const contact of ['not-reached', 'declined'] as const)
      given(completed)
        .when(followedUp(30, day(128), { contact, abstinentTested: true }))
        .thenRejects('OutcomesWithoutContact');
    given()
      .when(followedUp(30, day(128)))
      .thenRejects('EpisodeNotOpened');
  });

  it('reaches nobody after their death; the attempt is kept', () => {
    const dead = [...completed, deathRecorded(day(120))];
    given(dead)
      .when(followedUp(30, day(128)))
      .thenRejects('PersonDied');
    given(dead)
      .when(followedUp(30, day(128), { contact: 'not-reached' }), followedUp(30, plusDays(day(119), 0.5)))
      .thenIncludes(happened('FollowUpRecorded', { contact: 'not-reached' }), happened('FollowUpRecorded'));
  });

  it('is answered by what was recorded, not by a word', () => {
    given(completed, timePasses(day(120)))
      .when(done('episode-1.task.follow-up.discharge-1.day-30', day(121)))
      .thenRejects('TaskAnsweredOtherwise');
  });
});
