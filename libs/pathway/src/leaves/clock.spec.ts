import { day, inCareAt } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { newYork } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import { afterInCareDays, awayAllDay, awayDays, inCareDays, leaveAt, openLeave } from './clock.ts';

const residential = inCareAt('residential');
const lived = (...steps: readonly Step[]) => given(residential).when(...steps).journey;
// Local days of New York: noon UTC is 8 in the morning.
const in9Days = '2026-05-13';

describe('the clock of care', () => {
  it('runs by local days while the person is there', () => {
    const journey = lived();
    expect(inCareDays(journey, day(0), day(9), newYork)).toBe(9);
    expect(afterInCareDays(journey, day(0), 9, newYork)).toBe(`${in9Days}T04:00:00.000Z`);
  });

  it('stands still on days wholly away, and on no day of leaving or coming back', () => {
    const journey = lived(leaves(day(2), 'hospital'), isBack(day(5)));
    expect(awayDays(journey, '2026-05-04', in9Days, newYork)).toBe(2);
    expect(awayAllDay(journey, '2026-05-06', newYork)).toBe(false);
    expect(awayAllDay(journey, '2026-05-07', newYork)).toBe(true);
    expect(inCareDays(journey, day(0), day(9), newYork)).toBe(7);
    expect(afterInCareDays(journey, day(0), 7, newYork)).toBe(`${in9Days}T04:00:00.000Z`);
  });

  it('does not stand still for a short leave within a day', () => {
    const journey = lived(
      leaves(plusHours(day(2), 1), 'pass', { expectedReturnAt: plusHours(day(2), 9) }),
      isBack(plusHours(day(2), 9)),
    );
    expect(inCareDays(journey, day(0), day(9), newYork)).toBe(9);
  });

  it('has no moment to tell while the return is not known', () => {
    const journey = lived(leaves(day(2), 'jail'));
    expect(afterInCareDays(journey, day(0), 2, newYork)).toBe('2026-05-06T04:00:00.000Z');
    expect(afterInCareDays(journey, day(0), 4, newYork)).toBeUndefined();
    expect(inCareDays(journey, day(0), day(30), newYork)).toBe(3);
  });

  it('says who is away, and when', () => {
    const journey = lived(leaves(day(2), 'hospital'), isBack(day(5)), leaves(day(7), 'jail', { leaveId: 'l2' }));
    expect(leaveAt(journey, day(1))).toBeUndefined();
    expect(leaveAt(journey, day(2))?.leaveId).toBe('l1');
    expect(leaveAt(journey, day(5))).toBeUndefined();
    expect(leaveAt(journey, day(90))?.leaveId).toBe('l2');
    expect(openLeave(journey)?.leaveId).toBe('l2');
  });

  it('counts a leave that was told late, between others, up to the next one', () => {
    const journey = lived(
      leaves(day(6), 'hospital', { leaveId: 'l2' }),
      isBack(day(8), day(8), 'l2'),
      leaves(day(1), 'hospital', { toldAt: day(9) }),
    );
    expect(openLeave(journey)).toBeUndefined();
    expect(inCareDays(journey, day(0), day(9), newYork)).toBe(9 - 4 - 1);
    const told = given(residential, leaves(day(1), 'hospital')).when(isBack(day(3), day(9))).journey;
    expect(inCareDays(told, day(0), day(9), newYork)).toBe(8);
  });
});
