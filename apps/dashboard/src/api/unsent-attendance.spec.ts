import { readUnsent, type UnsentAttendance } from './unsent-attendance.ts';

const unsent: UnsentAttendance = {
  ...{ actorId: 'therapist-1', siteId: 'main', groupId: 'cbt', startsAt: '2026-11-26T15:00:00.000Z', minutes: 90 },
  said: [['6d5c0c5e-35d4-4b43-bb4e-7d8a3f2f3a11', { attendance: 'late', minutes: 60 }]],
};

describe('what was said of a group and not sent', () => {
  it('is read as it was kept', () => {
    expect(readUnsent(JSON.stringify(unsent))).toEqual(unsent);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another shape', JSON.stringify({ ...unsent, said: [['somebody', { attendance: 'there' }]] })],
  ])('is nothing where %s was kept', (_, kept) => {
    expect(readUnsent(kept)).toBeUndefined();
  });
});
