import { decide } from '../decide.ts';
import { foldAhead } from '../fold-ahead.ts';
import { cameBack, movedToVersion } from '../specs/after.ts';
import { berlin } from '../specs/calendars.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { given, givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { discharged, done, happened, session, wholeWeek } from '../specs/moves.ts';
import { pregnant } from '../specs/person.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { newYork, standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours, type Instant } from '../time.ts';
import { attendanceOwed } from './owed.ts';
import { attendanceReviewOwed } from './review.ts';
import { weeksOf } from './week.ts';

// Admission is on Monday, 4 May 2026; day 7 is the next Monday.
const inIop = inCareAt('iop');
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const rules = { programme: standardFour, calendar: newYork };
/** One session in each of so many weeks: less than the nine hours that IOP asks for. */
const thinWeeks = (...weeks: readonly number[]) => weeks.map((week) => session(day(7 * (week - 1))));
const toldLate = (onDay: number, toldOn: number) => ({ ...session(day(onDay)), occurredAt: day(toldOn) });
const review = (monday: string) => ({ taskId: `episode-1.task.attendance-review.${monday}` });
const asks = (monday: string) => happened('TaskOpened', review(monday));

const lived = (...steps: readonly (Step | readonly Step[])[]): Lived => {
  const one = new Lived();
  for (const step of [inIop, ...steps].flat()) one.step(step);
  return one;
};

describe('weeks that wait to be closed', () => {
  it('are the next one, until it has ended', () => {
    const one = lived(thinWeeks(1));
    expect(attendanceOwed(one.opened(), one.context())).toMatchObject([
      { at: dayBegins(7), cause: 'weekly-hours', subject: '2026-05-04', together: true },
    ]);
    expect(attendanceOwed(one.opened(), one.context())).toHaveLength(1);
  });

  it('are none where no session was recorded, nor after the end', () => {
    const [none, left] = [lived(), lived(thinWeeks(1), discharged('dropped-out', day(2)))];
    expect(attendanceOwed(none.opened(), none.context())).toEqual([]);
    expect(attendanceOwed(left.opened(), left.context())).toEqual([]);
  });

  it('are at once those whose figures proved to be others', () => {
    const one = lived(thinWeeks(1, 2), timePasses(day(9)));
    const command = toldLate(2, 9);
    const decision = decide(one.journey, command, one.context());
    const after = foldAhead(one.opened(), decision.accepted ? decision.events : [], command, one.context());
    expect(attendanceOwed(after, one.context()).map(({ at, cause, subject }) => ({ at, cause, subject }))).toEqual([
      { at: day(9), cause: 'now', subject: '2026-05-04' },
      { at: dayBegins(14), cause: 'weekly-hours', subject: '2026-05-11' },
    ]);
  });

  it('are not those at whose end the person had left, be it on the Sunday', () => {
    given(inIop, thinWeeks(1), discharged('dropped-out', day(6)))
      .when({ ...pregnant(day(1)), occurredAt: day(9) })
      .thenLacks('AttendanceWeekClosed');
  });

  it('are those that were closed, also where the only session of all was entered in error', () => {
    const eventId = idOf('SessionRecorded', lived(thinWeeks(1)).events);
    given(inIop, thinWeeks(1), timePasses(day(9)))
      .when(withdrawn(eventId, day(9)))
      .thenIncludes(happened('AttendanceWeekClosed', { weekOf: '2026-05-04', attendedMinutes: 0 }));
  });

  it('go by the calendar of the site', () => {
    const journey = lived(session('2026-05-11T01:00:00.000Z')).opened();
    const minutes = (calendar: typeof newYork) =>
      weeksOf(journey, { ...rules, calendar })('2026-05-04').attendedMinutes;
    expect([minutes(newYork), minutes(berlin), minutes(newYork)]).toEqual([180, 0, 180]);
  });
});

describe('weeks before the programme version changed', () => {
  const version = { id: 'standard-four', version: 3 };
  const versions = [{ ...withoutTestPlan(standardFour), version: 3 }];
  const moved = (onDay: Instant, ...before: readonly Step[]) =>
    givenWith({ versions }, inIop, before, movedToVersion(version, onDay));

  it('are asked nothing by it, where they were not closed', () => {
    const unclosed = moved(dayBegins(28)).when(toldLate(22, 31), toldLate(8, 31), timePasses(day(36)));
    const weeks = unclosed.events.flatMap(({ data }) => ('weekOf' in data ? [data.weekOf] : []));
    expect(weeks).toEqual(['2026-06-01']);
  });

  it('are closed again with what was attended, where they were', () => {
    moved(day(9), session(day(0)))
      .when(toldLate(2, 10))
      .thenIncludes(happened('AttendanceWeekClosed', { weekOf: '2026-05-04', attendedMinutes: 360 }));
  });
});

describe('two weeks below the minimum', () => {
  it('ask when the second is closed', () => {
    const one = lived(thinWeeks(1, 2), timePasses(day(15)));
    const unasked = { ...one.opened(), tasks: [] };
    expect(attendanceReviewOwed(unasked, rules)).toMatchObject([
      { at: dayBegins(14), cause: 'weekly-hours', subject: '2026-05-11' },
    ]);
    expect(attendanceReviewOwed(one.opened(), rules)).toEqual([]);
  });

  it('ask whatever else was done meanwhile', () => {
    given(inIop, pregnant(day(1)), thinWeeks(1, 2), done('episode-1.task.obstetric-care.p1', day(10)))
      .when(timePasses(day(15)))
      .thenIncludes(asks('2026-05-11'));
  });

  it.each([
    ['after it', day(22)],
    ['at its end', dayBegins(21)],
  ])('are counted from a review on: a week that it has looked at counts no more (%s)', (_when, reviewedAt) => {
    const reviewed = [...thinWeeks(1, 2, 3), timePasses(dayBegins(21)), done(review('2026-05-11').taskId, reviewedAt)];
    given(inIop, reviewed)
      .when(...thinWeeks(4, 5), timePasses(day(36)))
      .thenIncludes(asks('2026-06-01'))
      .thenLacks(asks('2026-05-25'));
  });

  it('are others where a session told late makes the first whole: that review is moot, and looks at none', () => {
    const [, second, third] = wholeWeek(0);
    if (!second || !third) throw new Error('a week has three');
    given(inIop, thinWeeks(1, 2, 3), timePasses(day(22)))
      .when({ ...second, occurredAt: day(22) }, { ...third, occurredAt: day(22) })
      .thenIncludes(happened('TaskCancelled', review('2026-05-11')), asks('2026-05-18'));
  });

  it('are moot each for itself, although others ask', () => {
    const whole = [toldLate(8, 29), toldLate(9, 29)];
    given(inIop, thinWeeks(1, 2, 3, 4), timePasses(day(29)))
      .when(...whole)
      .thenIncludes(happened('TaskCancelled', review('2026-05-11')), asks('2026-05-25'));
  });

  it('are in a row with a week between them that proved to be spent away', () => {
    const away = leaves(day(6.5), 'hospital', { toldAt: day(15) });
    given(inIop, thinWeeks(1), timePasses(day(15)))
      .when(away, isBack(day(14.1), day(15.1)), session(day(16)), timePasses(day(22)))
      .thenIncludes(asks('2026-05-18'));
  });

  it('are not one of before and one of after a return', () => {
    const left = [session(day(7)), discharged('dropped-out', day(15)), cameBack('iop', day(21))];
    given(inIop, thinWeeks(2), left)
      .when(session(day(22)), timePasses(day(29)))
      .thenLacks(asks('2026-05-25'));
  });
});
