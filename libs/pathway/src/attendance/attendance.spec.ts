import { advance, due } from '../advance.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { CommandOf } from '../commands.ts';
import type { CareEventOf } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { OpenedJourney } from '../journey.ts';
import { admitted, day, inCareAt, opened, said } from '../specs/commands.ts';
import { berlin } from '../specs/calendars.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, done, first, happened, overrideTo, session, wholeWeek } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';
import type { Attendance } from '../vocabulary.ts';

// Admission is on Monday, 4 May 2026, 8 in the morning of New York; day 7 is the next Monday.
const inIop = inCareAt('iop');
const mondays = ['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25'];
/** When the local day begins in New York, in summer. */
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const week = 'AttendanceWeekClosed';

const closed = (events: readonly { readonly type: string }[]): CareEventOf<typeof week>[] =>
  events.filter((event): event is CareEventOf<typeof week> => event.type === week);
const at = (startedAt: Instant, minutes = 180, attendance: Attendance = 'attended'): CommandOf<'RecordSession'> =>
  session(startedAt, minutes, attendance);
const late = (command: CommandOf<'RecordSession'>, toldAt: Instant): CommandOf<'RecordSession'> => ({
  ...command,
  ...said(toldAt),
});
const task = (monday: string): string => `episode-1.task.attendance-review.${monday}`;

describe('a week in IOP', () => {
  it('is closed when it has ended, at local midnight of the site, with what was attended', () => {
    const { events } = given(inIop, at(day(0)), at(day(2), 120)).when(timePasses(day(9)));
    expect(closed(events)).toMatchObject([
      {
        occurredAt: dayBegins(7),
        recordedAt: dayBegins(7),
        actor: { kind: 'rule' },
        data: {
          weekOf: '2026-05-04',
          level: 'iop',
          attendedMinutes: 300,
          scheduledMinutes: 300,
          expectedDays: 7,
          minimumMinutes: 540,
        },
      },
    ]);
  });

  it('is closed once, and each week after it once', () => {
    const { events } = given(inIop, wholeWeek(0)).when(timePasses(day(28)));
    expect(closed(events).map(({ data }) => data.weekOf)).toEqual(mondays);
  });

  it('error 20: counts what was attended, and shows beside it what was scheduled', () => {
    const { events } = given(
      inIop,
      at(day(0)),
      at(day(1), 180, 'late'),
      at(day(2), 180, 'missed'),
      at(day(3), 180, 'excused'),
      at(day(4), 180, 'cancelled-by-site'),
    ).when(timePasses(day(7)));
    expect(closed(events)).toMatchObject([{ data: { attendedMinutes: 360, scheduledMinutes: 720 } }]);
  });

  it('counts the kinds of sessions that the programme names, and no others', () => {
    const kinds = ['group', 'vocational', 'wellness', 'peer', 'medication-visit', 'mutual-help'] as const;
    const steps = kinds.map((sessionType, index) => ({ ...at(day(index), 60), sessionType }));
    const { events } = given(inIop, steps).when(timePasses(day(7)));
    expect(closed(events)).toMatchObject([{ data: { attendedMinutes: 180 } }]);
  });

  it('in which the person came on a Tuesday is not measured: it is no whole week', () => {
    const { events } = given(opened(), admitted('iop', day(1)), at(day(1))).when(timePasses(day(15)));
    expect(closed(events).map(({ data }) => data.weekOf)).toEqual(['2026-05-11']);
  });

  it('before the first session was recorded is not known', () => {
    const { events } = given(inIop, at(day(16))).when(timePasses(day(21)));
    expect(closed(events).map(({ data }) => data.weekOf)).toEqual(['2026-05-18']);
    given(inIop)
      .when(timePasses(day(60)))
      .thenLacks(week);
  });

  it('is not closed at a level without a minimum, nor after the episode has ended', () => {
    given(inCareAt('aftercare'), at(day(0)))
      .when(timePasses(day(30)))
      .thenLacks(week);
    given(inIop, at(day(0)), discharged('dropped-out', day(3)))
      .when(timePasses(day(30)))
      .thenLacks(week);
  });

  it('belongs to the level at which it was lived through', () => {
    const moved = [...inIop, at(day(0)), overrideTo('residential', day(2)), arrived(first, day(2)), at(day(3))];
    const { events } = given(moved).when(timePasses(day(15)));
    expect(closed(events)).toMatchObject([{ data: { weekOf: '2026-05-11', level: 'residential' } }]);
  });
});

describe('a closed week', () => {
  const weekOver = [...inIop, at(day(0)), timePasses(day(8))];

  it('is closed again with the right figures when a session of it is told later', () => {
    const { events, journey } = given(weekOver).when(late(at(day(2)), day(9)));
    const [event] = closed(events);
    expect(event).toMatchObject({
      occurredAt: day(9),
      data: { weekOf: '2026-05-04', attendedMinutes: 360, minimumMinutes: 540, replaces: expect.any(String) },
    });
    expect(journey.attendanceWeeks).toMatchObject([{ weekOf: '2026-05-04', attendedMinutes: 360 }]);
  });

  it('stays as it is when what is told later is not of that week', () => {
    given(weekOver)
      .when(at(day(9)))
      .thenLacks(week);
  });

  it('is measured against nothing any more when the person turns out to have left before its end', () => {
    const { journey } = given(inIop, at(day(0)), timePasses(day(8))).when({
      ...discharged('dropped-out', day(5)),
      occurredAt: day(8),
    });
    expect(journey.attendanceWeeks).toMatchObject([{ weekOf: '2026-05-04', level: 'iop', attendedMinutes: 180 }]);
    expect(journey.attendanceWeeks[0]).not.toHaveProperty('minimumMinutes');
  });

  it('is closed again without a session that was entered in error', () => {
    const entered = new Lived();
    for (const step of [...inIop, at(day(0)), at(day(1)), timePasses(day(8))]) entered.step(step);
    const first = idOf('SessionRecorded', entered.events);
    given(inIop, at(day(0)), at(day(1)), timePasses(day(8)))
      .when(withdrawn(first, day(9)))
      .thenIncludes(happened(week, { weekOf: '2026-05-04', attendedMinutes: 180 }));
  });

  it('is waited for by its cause', () => {
    const one = new Lived();
    for (const step of [...inIop, at(day(0)), timePasses(day(8))]) one.step(step);
    expect(due(one.journey, one.context())).toEqual({
      at: dayBegins(14),
      cause: 'weekly-hours',
      subject: '2026-05-11',
    });
  });

  it('is corrected also after the episode has ended', () => {
    given(inIop, at(day(0)), discharged('dropped-out', day(9)))
      .when(late(at(day(2)), day(12)))
      .thenIncludes(happened(week, { attendedMinutes: 360 }));
  });
});

describe('an adolescent in IOP', () => {
  it('error 12: is measured against 6 hours a week, not against the 9 of adults', () => {
    const sixHours = [at(day(0)), at(day(2))];
    const ofAge = (ageGroup: 'adult' | 'adolescent') =>
      closed(given(opened({ ageGroup }), admitted('iop'), sixHours).when(timePasses(day(7))).events);
    expect(ofAge('adolescent')).toMatchObject([{ data: { attendedMinutes: 360, minimumMinutes: 360 } }]);
    expect(ofAge('adult')).toMatchObject([{ data: { attendedMinutes: 360, minimumMinutes: 540 } }]);
  });

  it('error 12: is asked for no review with 6 hours in each week', () => {
    const steps = [0, 2, 7, 9, 14, 16].map((onDay) => at(day(onDay)));
    given(opened({ ageGroup: 'adolescent' }), admitted('iop'), steps)
      .when(timePasses(day(22)))
      .thenLacks(taskOpened('attendance-review'));
  });
});

describe('two weeks in a row below the minimum', () => {
  const sixHours = (fromDay: number): readonly Step[] => [at(day(fromDay)), at(day(fromDay + 2))];
  const twoWeeks = [...inIop, ...sixHours(0), ...sixHours(7), timePasses(day(14))];

  it('error 20: ask a therapist for a review, when the second one has ended', () => {
    const { events } = given(inIop, ...sixHours(0), ...sixHours(7)).when(timePasses(day(14)));
    const opening = events.filter(({ type }) => type === 'TaskOpened');
    expect(opening).toMatchObject([
      {
        occurredAt: dayBegins(14),
        data: { kind: 'attendance-review', role: 'therapist', subject: '2026-05-11', dueAt: dayBegins(15) },
      },
    ]);
  });

  it('are not two weeks with a whole one in between', () => {
    given(inIop, ...sixHours(0), wholeWeek(7), ...sixHours(14))
      .when(timePasses(day(22)))
      .thenLacks(taskOpened('attendance-review'));
  });

  it('ask once while the review is open, although the weeks go on', () => {
    given(twoWeeks)
      .when(timePasses(day(36)))
      .thenLacks(taskOpened('attendance-review'));
  });

  it('ask again for two further weeks after a review', () => {
    const { events } = given(twoWeeks, done(task('2026-05-11'), day(15))).when(timePasses(day(36)));
    const opening = events.filter((event) => event.type === 'TaskOpened' && event.data.kind === 'attendance-review');
    expect(opening).toMatchObject([{ occurredAt: dayBegins(28), data: { subject: '2026-05-25' } }]);
  });

  it('ask for nothing any more when a session that was told late makes one of them whole', () => {
    given(twoWeeks)
      .when(late(at(day(9 + 1)), day(15)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
  });

  it('ask for nothing any more at another level, or after the end of the episode', () => {
    given(twoWeeks, overrideTo('aftercare', day(15)))
      .when(arrived(first, day(16)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
    given(twoWeeks)
      .when(discharged('dropped-out', day(15)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('2026-05-11') }));
  });

  it('ask also when the rules were stopped for weeks, each week at its own moment', () => {
    const { journey } = given(inIop, ...sixHours(0), timePasses(day(3))).when();
    const rested = restAt(journey, day(17));
    expect(rested.attendanceWeeks.map(({ weekOf, recordedAt }) => [weekOf, recordedAt])).toEqual([
      ['2026-05-04', day(17)],
      ['2026-05-11', day(17)],
    ]);
    const reviews = rested.tasks.filter(({ kind }) => kind === 'attendance-review');
    expect(reviews).toMatchObject([{ subject: '2026-05-11', dueAt: day(18) }]);
  });
});

/** The journey after a run at that moment, as if none had been before. */
function restAt(journey: OpenedJourney, now: Instant): OpenedJourney {
  const context = { programme: standardFour, calendar: newYork, now };
  for (let run = 0, after = journey; ; run += 1) {
    const runContext = { ...context, eventId: (index: number) => `run-${run}-${index}` };
    const events = advance(after, runContext);
    if (events.length === 0) return after;
    after = foldAhead(after, events, said(now), runContext);
  }
}

describe('a week with days on which the site is closed', () => {
  const weekdays: SiteCalendar = { ...newYork, closedWeekdays: [0, 6] };
  const minimum = (calendar: SiteCalendar) =>
    closed(givenWith({ calendar }, inIop, at(day(0))).when(timePasses(day(7))).events)[0]?.data;

  it('error 21: asks for less by the days that fell out', () => {
    expect(minimum(weekdays)).toMatchObject({ expectedDays: 5, minimumMinutes: 540 });
    expect(minimum({ ...weekdays, holidays: ['2026-05-06'] })).toMatchObject({ expectedDays: 4, minimumMinutes: 432 });
    expect(minimum({ ...weekdays, closedDays: ['2026-05-06', '2026-05-10'] })).toMatchObject({ minimumMinutes: 432 });
  });

  it('asks for nothing when all of them fell out, and neither counts nor ends a row', () => {
    const shut = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'];
    const calendar = { ...weekdays, closedDays: shut };
    const { events } = givenWith({ calendar }, inIop, at(day(0))).when(timePasses(day(21)));
    expect(closed(events).map(({ data }) => data.weekOf)).toEqual(['2026-05-04', '2026-05-18']);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'TaskOpened',
        data: expect.objectContaining({ kind: 'attendance-review', subject: '2026-05-18' }),
      }),
    );
  });

  it('asks for all of it where people live: care goes on', () => {
    const { events } = givenWith({ calendar: { ...weekdays, holidays: ['2026-05-06'] } }, inCareAt('residential'), [
      at(day(0)),
    ]).when(timePasses(day(7)));
    expect(closed(events)).toMatchObject([{ data: { expectedDays: 7, minimumMinutes: 1200 } }]);
  });
});

describe('a week of which the person was away', () => {
  const away = (from: number, until: number): readonly Step[] => [leaves(day(from), 'hospital'), isBack(day(until))];

  it('asks for less by the days wholly away', () => {
    const { events } = given(inIop, at(day(0))).when(...away(1, 4), timePasses(day(7)));
    // Left on Tuesday and came back on Friday: Wednesday and Thursday were spent there.
    expect(closed(events)).toMatchObject([{ data: { expectedDays: 5, minimumMinutes: 386 } }]);
  });

  it('is passed over when all of it was spent away, and no row of weeks ends by it', () => {
    const { events } = given(inIop, at(day(0))).when(...away(6, 14), timePasses(day(21)));
    expect(closed(events).map(({ data }) => data.weekOf)).toEqual(['2026-05-04', '2026-05-18']);
    expect(events).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ kind: 'attendance-review', subject: '2026-05-18' }) }),
    );
  });

  it('is not closed while the return is not known, and afterwards as it was', () => {
    const inHospital = [...inIop, at(day(0)), leaves(day(5), 'hospital'), timePasses(day(16))];
    given(inHospital)
      .when(timePasses(day(30)))
      .thenLacks(week);
    const { events } = given(inHospital).when(isBack(day(11), day(17)));
    expect(closed(events)).toMatchObject([{ data: { weekOf: '2026-05-11', expectedDays: 3, minimumMinutes: 231 } }]);
  });

  it('is closed again when the leave becomes known later', () => {
    given(inIop, at(day(0)), timePasses(day(8)))
      .when(leaves(day(1), 'hospital', { toldAt: day(8) }), isBack(day(4), day(8)))
      .thenIncludes(happened(week, { weekOf: '2026-05-04', expectedDays: 5, minimumMinutes: 386 }));
  });
});

describe.each([
  {
    zone: 'New York',
    calendar: newYork,
    // Sunday evening, 8 March: the clocks went forward that night. Monday begins at 4:00 UTC, no longer at 5:00.
    spring: {
      admitted: '2026-03-02T14:00:00.000Z',
      evening: '2026-03-09T02:30:00.000Z',
      ends: '2026-03-09T04:00:00.000Z',
    },
    autumn: {
      admitted: '2026-10-26T13:00:00.000Z',
      evening: '2026-11-02T03:30:00.000Z',
      ends: '2026-11-02T05:00:00.000Z',
    },
  },
  {
    zone: 'Berlin',
    calendar: berlin,
    spring: {
      admitted: '2026-03-23T08:00:00.000Z',
      evening: '2026-03-29T20:30:00.000Z',
      ends: '2026-03-29T22:00:00.000Z',
    },
    autumn: {
      admitted: '2026-10-19T07:00:00.000Z',
      evening: '2026-10-25T21:30:00.000Z',
      ends: '2026-10-25T23:00:00.000Z',
    },
  },
])('the week in which the clocks change, in $zone', ({ calendar, spring, autumn }) => {
  it.each([
    ['spring', spring],
    ['autumn', autumn],
  ])(
    'error 21: ends at midnight on the wall, with its Sunday evening, in %s',
    (_, { admitted: since, evening, ends }) => {
      const steps = [
        { ...opened(), occurredAt: since },
        admitted('iop', since),
        at(plusHours(since, 1), 180),
        at(evening, 90),
      ];
      const { events } = givenWith({ calendar }, steps).when(timePasses(plusHours(ends, 1)));
      expect(closed(events)).toMatchObject([{ occurredAt: ends, data: { attendedMinutes: 270, minimumMinutes: 540 } }]);
    },
  );
});
