import { afterDeadline, inTime } from './after-deadline.ts';

const due = '2026-11-27T14:25:00.000Z';

describe('an appointment beside the deadline of its hand-off', () => {
  it('is late by what lies between', () =>
    expect(afterDeadline(due, '2026-11-28T13:11:00.000Z')).toBe((22 * 60 + 46) * 60_000));
  it('is in time at the deadline and before it', () => {
    expect(afterDeadline(due, due)).toBeUndefined();
    expect(afterDeadline(due, '2026-11-26T09:00:00.000Z')).toBeUndefined();
  });
  it('is not late while it is not said, or without a deadline', () => {
    expect(afterDeadline(due, 'no-moment')).toBeUndefined();
    expect(afterDeadline(undefined, due)).toBeUndefined();
  });
});

describe('the days that one press gives for an appointment', () => {
  const now = Date.parse('2026-11-26T13:00:00.000Z');
  it('are those before the deadline', () => expect(inTime([0, 1, 2], due, now)).toEqual([0, 1]));
  it('are none where the deadline comes sooner', () =>
    expect(inTime([0, 1, 2], '2026-11-26T14:00:00.000Z', now)).toEqual([]));
  it('are all where the deadline has passed, or there is none', () => {
    expect(inTime([0, 1, 2], '2026-11-26T12:00:00.000Z', now)).toEqual([0, 1, 2]);
    expect(inTime([0, 1, 2], undefined, now)).toEqual([0, 1, 2]);
  });
});
