import { day, inCareAt } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { discharged } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { newYork } from '../specs/standard-four.ts';
import { plusHours, plusMinutes } from '../time.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import { awayAllDay, inCareDays } from './clock.ts';

const residential = inCareAt('residential');
const back = { expectedReturnAt: day(3) };
const onPass = [...residential, leaves(day(2), 'pass', back)];
const inHospital = [...residential, leaves(day(2), 'hospital')];
const l2 = { leaveId: 'l2' } as const;

describe('a leave is refused, or not', () => {
  const ended = [...residential, discharged('other', day(4))];
  it.each<[string, readonly Step[], Step, object | undefined]>([
    ['before admission', residential, leaves(plusMinutes(day(0), -1), 'jail'), { type: 'NotAdmitted' }],
    ['on admission', residential, leaves(day(0), 'jail'), undefined],
    ['at the end of the episode', ended, leaves(day(4), 'jail'), { type: 'EpisodeDischarged' }],
    ['shortly before it', ended, leaves(plusMinutes(day(4), -1), 'jail', { toldAt: day(5) }), undefined],
    ['as long as the programme allows', residential, leaves(day(2), 'pass', { expectedReturnAt: day(4) }), undefined],
    [
      'a minute longer',
      residential,
      leaves(day(2), 'pass', { expectedReturnAt: plusMinutes(day(4), 1) }),
      { type: 'PassTooLong', until: plusMinutes(day(4), 1), latest: day(4) },
    ],
    [
      'that ends when it begins',
      residential,
      leaves(day(2), 'hospital', { expectedReturnAt: day(2) }),
      { type: 'EndsBeforeItBegins', field: 'expectedReturnAt' },
    ],
    [
      'without an end that is agreed',
      residential,
      leaves(day(2), 'other'),
      { type: 'ExpectedReturnRequired', kind: 'other' },
    ],
    [
      'told at another time',
      onPass,
      leaves(plusMinutes(day(2), 1), 'pass', back),
      { type: 'LeaveConflict', leaveId: 'l1' },
    ],
    ['told again without its end', onPass, leaves(day(2), 'pass'), undefined],
    ['on another one', onPass, leaves(day(2.5), 'jail', l2), { type: 'LeaveOverlaps', leaveId: 'l1' }],
    ['when another one ends', [...onPass, isBack(day(2.5))], leaves(day(2.5), 'jail', l2), undefined],
    ['where there are none', inCareAt('iop'), leaves(day(2), 'pass', back), { type: 'PassNotOffered', level: 'iop' }],
  ])('%s', (_, before, command, rejection) => {
    expect(given(before).when(command).rejection).toEqual(rejection);
  });

  it('told again without its end is no news', () => {
    given(onPass)
      .when(leaves(day(2), 'pass'))
      .thenNothing();
  });
});

describe('a return is refused, or not', () => {
  const twoTold = [...residential, leaves(day(5), 'hospital', l2), leaves(day(2), 'jail', { toldAt: day(6) })];
  const returned = [...onPass, isBack(day(2.5))];
  const gone = [...onPass, discharged('dropped-out', day(2.5))];
  const conflict = { type: 'LeaveConflict', leaveId: 'l1' };
  it.each<[string, readonly Step[], Step, object | undefined]>([
    ['at the moment of leaving', onPass, isBack(day(2)), undefined],
    ['before it', onPass, isBack(plusMinutes(day(2), -1), day(3)), { type: 'EndsBeforeItBegins', field: 'at' }],
    ['earlier than was told', returned, isBack(day(2.4), day(3)), conflict],
    ['later than was told', returned, isBack(day(2.6), day(3)), conflict],
    ['after a discharge while away', gone, isBack(day(2.6), day(3)), conflict],
    ['before it', gone, isBack(day(2.4), day(3)), undefined],
    ['when the next one begins', twoTold, isBack(day(5), day(7)), undefined],
    ['before the next one begins', twoTold, isBack(day(4), day(7)), undefined],
    ['on the next one', twoTold, isBack(day(5.1), day(7)), { type: 'LeaveOverlaps', leaveId: 'l2' }],
    ['from the later one', twoTold, isBack(day(6), day(7), 'l2'), undefined],
    ['from one that is not known', onPass, isBack(day(3), day(3), 'l9'), { type: 'UnknownLeave', leaveId: 'l9' }],
  ])('%s', (_, before, command, rejection) => {
    expect(given(before).when(command).rejection).toEqual(rejection);
  });

  it('ends that leave alone', () => {
    const { journey } = given(twoTold).when(isBack(day(6), day(7), 'l2'));
    expect(journey.leaves.map(({ leaveId, ended }) => [leaveId, ended?.at])).toEqual([
      ['l1', undefined],
      ['l2', day(6)],
    ]);
  });
});

describe('what is known of a leave', () => {
  it('is what was told first, and each return that was expected since', () => {
    const later = plusHours(day(3), 12);
    const steps = [...onPass, leaves(day(2), 'pass', { expectedReturnAt: later, toldAt: day(2.5) })];
    const { events } = given().when(...steps);
    expect(given(steps).when().journey.leaves).toStrictEqual([
      {
        leaveId: 'l1',
        kind: 'pass',
        level: 'residential',
        startedAt: day(2),
        recordedAt: day(2),
        eventId: idOf('LeaveStarted', events),
        expectedReturnAt: later,
        expectedReturns: [day(3), later],
      },
    ]);
    const told = events.filter(({ type }) => type === 'LeaveStarted').map(({ occurredAt }) => occurredAt);
    expect(told).toEqual([day(2), day(2.5)]);
  });

  it('is no return where none is expected', () => {
    const [leave] = given(inHospital).when().journey.leaves;
    expect(leave).toMatchObject({ expectedReturns: [] });
    expect(leave).not.toHaveProperty('expectedReturnAt');
  });
});

describe('a clock that pauses', () => {
  it('counts a day as away up to the very midnight of the return', () => {
    // Away from noon of 6 May to the midnight with which 8 May begins in New York.
    const journey = (at: string) => given(inHospital).when(isBack(at)).journey;
    const midnight = '2026-05-08T04:00:00.000Z';
    expect(awayAllDay(journey(midnight), '2026-05-07', newYork)).toBe(true);
    expect(awayAllDay(journey(plusMinutes(midnight, -1)), '2026-05-07', newYork)).toBe(false);
    expect(inCareDays(journey(midnight), day(0), day(9), newYork)).toBe(8);
  });
});
