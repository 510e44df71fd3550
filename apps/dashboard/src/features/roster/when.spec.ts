import type { GroupView } from '@stepway/contracts';
import { instantAt, lastSession, wallClock } from './when.ts';

const newYork = 'America/New_York';

describe('the clock on the wall of a site', () => {
  it.each([
    ['in winter', '2026-11-23', '17:30', '2026-11-23T22:30:00.000Z'],
    ['in summer', '2026-07-01', '09:00', '2026-07-01T13:00:00.000Z'],
    ['on the day on which clocks go back', '2026-11-01', '09:00', '2026-11-01T14:00:00.000Z'],
    ['on the day on which clocks go forward', '2026-03-08', '09:00', '2026-03-08T13:00:00.000Z'],
  ])('tells the moment %s, and back', (_, day, time, at) => {
    expect(instantAt({ day, time }, newYork)).toBe(at);
    expect(wallClock(Date.parse(at), newYork)).toEqual({ day, time });
  });

  it('tells none where nothing is written yet', () => {
    expect(instantAt({ day: '', time: '09:00' }, newYork)).toBeUndefined();
  });
});

describe('the session to record', () => {
  const group: GroupView = {
    siteId: 'main',
    site: 'Main',
    timeZone: newYork,
    groupId: 'skills',
    title: 'Skills',
    modality: 'cbt',
    programmes: ['standard-four'],
    levels: ['iop'],
    age: 'adult',
    stage: 'middle',
    hours: [
      { track: 'day', weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
      { track: 'evening', weekdays: [2, 4], from: '17:30', to: '20:30' },
    ],
  };
  // A Tuesday.
  const at = (time: string) => Date.parse(instantAt({ day: '2026-11-24', time }, newYork) ?? '');

  it('is the one that began last', () => {
    expect(lastSession(group, at('18:00'))).toEqual({ startsAt: '2026-11-24T22:30:00.000Z', minutes: 180 });
    expect(lastSession(group, at('12:00')).startsAt).toBe('2026-11-24T14:00:00.000Z');
    expect(lastSession(group, at('08:00')).startsAt).toBe('2026-11-23T14:00:00.000Z');
  });

  it('began at the last full hour where no hours are known', () => {
    expect(lastSession({ ...group, hours: [] }, at('12:20'))).toEqual({
      startsAt: '2026-11-24T17:00:00.000Z',
      minutes: 90,
    });
  });
});
