import type { GroupView } from '@stepway/contracts';
import { groupsFor } from './groups.ts';

const group = (groupId: string, more: Partial<GroupView> = {}): GroupView => ({
  ...{ siteId: 'main', site: 'Main', timeZone: 'America/New_York', groupId, title: `Group ${groupId}` },
  ...{ modality: 'cbt', programmes: ['standard-four'], levels: ['iop'], age: 'adult', stage: 'early', hours: [] },
  ...more,
});
const journey = { siteId: 'main', programme: { id: 'standard-four', version: 2 }, level: 'iop' };

describe('the groups that a session may be of', () => {
  it('are those of the site and programme, by their titles, those of the level first', () => {
    const groups = [
      group('later', { levels: ['aftercare'] }),
      group('now'),
      group('elsewhere', { siteId: 'riverside' }),
      group('other-programme', { programmes: ['full-continuum'] }),
    ];
    expect(groupsFor(journey, groups)).toEqual([
      { value: 'now', label: 'Group now' },
      { value: 'later', label: 'Group later' },
    ]);
  });

  it('are none where no journey is known', () => {
    expect(groupsFor(undefined, [group('now')])).toEqual([]);
  });
});
