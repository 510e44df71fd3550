import { cameBack, followedUp } from '../specs/after.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { deathRecorded, discharged, happened, session } from '../specs/moves.ts';
import type { Rejection } from '../rejections.ts';
import { plusHours, type Instant } from '../time.ts';

const words = { sealed: 'kid.nonce.words' };
/** On 12 August: the window of day 30 opens with 28 August and closes with the end of 25 September, in New York. */
const completed = [...inCareAt('aftercare'), session(day(99)), discharged('completed', day(100))];
const opens = '2026-08-28T04:00:00.000Z';
const closes = '2026-09-26T04:00:00.000Z';
const beside = (at: Instant, minutes: number) => plusHours(at, minutes / 60);
const reached = (contactedAt: Instant) => followedUp(30, contactedAt);

describe('a follow-up', () => {
  const outcomes = { abstinentTested: false, employment: 'full-time', arrests: 'none' } as const;
  const at = { contactedAt: day(128), dischargedAt: day(100), inWindow: true };

  it('keeps exactly what was said', () => {
    const data = (fields: Parameters<typeof followedUp>[2]) =>
      given(completed)
        .when({ ...followedUp(30, day(128), fields), occurredAt: day(129) })
        .events.filter(({ type }) => type === 'FollowUpRecorded')
        .map((event) => [event.occurredAt, event.data]);
    expect(data({})).toStrictEqual([[day(128), { point: 30, contact: 'reached', ...at }]]);
    expect(data({ ...outcomes, reason: words })).toStrictEqual([
      [day(128), { point: 30, contact: 'reached', ...outcomes, ...at, reason: words }],
    ]);
  });

  it.each<readonly [when: string, contactedAt: Instant, inWindow: boolean]>([
    ['a minute before the window', beside(opens, -1), false],
    ['when the window opens', opens, true],
    ['in the last minute', beside(closes, -1), true],
    ['when the window closes', closes, false],
  ])('made %s counts for the point: %s, %s', (_when, contactedAt, inWindow) => {
    given(completed).when(reached(contactedAt)).thenIncludes(happened('FollowUpRecorded', { inWindow }));
  });

  it('belongs to the last discharge before it, from its moment on', () => {
    given(completed)
      .when(reached(day(100)))
      .thenIncludes(happened('FollowUpRecorded', { dischargedAt: day(100) }));
    const twice = [...completed, cameBack('aftercare', day(105)), discharged('completed', day(150))];
    given(twice)
      .when({ ...reached(day(128)), occurredAt: day(151) })
      .thenIncludes(happened('FollowUpRecorded', { dischargedAt: day(100), inWindow: true }));
    given(twice)
      .when(reached(day(150)))
      .thenIncludes(happened('FollowUpRecorded', { dischargedAt: day(150), inWindow: false }));
  });

  it.each<readonly [before: readonly Step[], step: Step, rejection: Rejection]>([
    [inCareAt('iop'), reached(day(1)), { type: 'NotDischarged' }],
    [completed, { ...reached(day(99)), occurredAt: day(101) }, { type: 'NotDischarged' }],
    [completed, followedUp(60, day(128)), { type: 'UnknownFollowUpPoint', point: 60, points: [30, 90, 180, 365] }],
    [
      completed,
      { ...reached(day(128)), occurredAt: day(127) },
      { type: 'InTheFuture', field: 'contactedAt', at: day(128), now: day(127) },
    ],
    [[...completed, deathRecorded(day(120))], reached(beside(day(120), 1)), { type: 'PersonDied', at: day(120) }],
    [
      [...completed, reached(day(128))],
      followedUp(30, day(128), { contact: 'declined' }),
      { type: 'FollowUpConflict', point: 30, contactedAt: day(128) },
    ],
  ])('%#: is refused with what is needed to mend it', (before, step, rejection) => {
    expect(given(before).when(step).rejection).toEqual(rejection);
  });

  it('may have reached the person at the last moment, and with nothing answered tells of none', () => {
    given(completed, deathRecorded(day(120)))
      .when({ ...reached(day(120)), occurredAt: day(121) })
      .thenIncludes(happened('FollowUpRecorded'));
    given(completed)
      .when(followedUp(30, day(128), { contact: 'not-reached', abstinentTested: undefined }))
      .thenIncludes(happened('FollowUpRecorded', { contact: 'not-reached' }));
  });

  it('of two points at one moment is two facts', () => {
    given(completed, followedUp(90, day(128)))
      .when(followedUp(30, day(128), { contact: 'declined' }))
      .thenIncludes(happened('FollowUpRecorded', { point: 30, contact: 'declined' }));
  });
});

describe('a point of follow-up', () => {
  const subject = (discharge: number, point: number) => `episode-1.discharge-${discharge}.day-${point}`;
  const asked = (discharge: number, point: number) => taskOpened('follow-up', { subject: subject(discharge, point) });

  it('is not met by an answer for another, nor by one after another discharge', () => {
    given(completed, followedUp(90, day(110)))
      .when(timePasses(closes))
      .thenIncludes(asked(1, 30), happened('FollowUpMissed', { point: 30 }));
    const again = [...completed, reached(day(128)), cameBack('aftercare', day(129)), discharged('completed', day(150))];
    given(again)
      .when(timePasses(day(200)))
      .thenIncludes(asked(2, 30), happened('FollowUpMissed', { point: 30 }));
  });

  it('is missed after each discharge for itself', () => {
    const late = [...inCareAt('residential'), discharged('other', day(100)), timePasses(day(150))];
    const again = [
      ...late,
      cameBack('residential', day(100.5), { occurredAt: day(150) }),
      discharged('other', day(160)),
    ];
    given(again)
      .when(timePasses(day(250)))
      .thenIncludes(happened('FollowUpMissed', { point: 30, dischargedAt: day(160) }));
  });

  it.each<readonly [when: string, toldAt: Instant, isAsked: boolean]>([
    ['in the last minute of its window', beside(closes, -1), true],
    ['when its window has closed', closes, false],
  ])('of a discharge that becomes known %s is asked for: %s, %s', (_when, toldAt, isAsked) => {
    const then = given(inCareAt('iop')).when({ ...discharged('other', day(100)), occurredAt: toldAt });
    if (isAsked) then.thenIncludes(asked(1, 30));
    else then.thenLacks(asked(1, 30)).thenIncludes(happened('FollowUpMissed', { point: 30 }));
  });

  it('is no longer asked for when the person is back', () => {
    const { journey } = given(completed, timePasses(day(117))).when(cameBack('aftercare', day(118)));
    expect(journey.tasks.filter(({ kind }) => kind === 'follow-up')).toMatchObject([{ state: 'cancelled' }]);
  });
});
