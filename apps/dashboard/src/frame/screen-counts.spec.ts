import type { CensusRow, EpisodeListItem, WorklistCounts } from '@stepway/contracts';
import { screenCounts } from './screen-counts.ts';

const row = (fields: object) =>
  ({ status: 'active', flags: [], transition: null, ...fields }) as unknown as EpisodeListItem;
const now = Date.parse('2026-11-26T12:00:00.000Z');
const unknown = { census: undefined, handOffs: undefined, proposals: undefined, tasks: undefined, now };
const tasks = (team: number, all: number) => ({ team, all, most: 1_000 }) as WorklistCounts;
const due = (handOffDueAt: string) => row({ transition: { handOffDueAt } });

describe('the counts of the navigation', () => {
  it('are of who is here and who waits, who is between two levels past the deadline, and what is to be decided', () => {
    const census = [
      { active: 4, waiting: 1 },
      { active: 2, waiting: 0 },
    ] as CensusRow[];
    const handOffs = [due('2026-11-26T11:59:00.000Z'), due('2026-11-26T12:01:00.000Z')];
    const proposals = [row({ flags: ['proposal'] }), row({ flags: ['hold'] })];
    expect(screenCounts({ ...unknown, census, handOffs, proposals })).toEqual({
      '/board': { count: '7', warm: false },
      '/not-yet-seen': { count: '1', warm: true },
      '/proposals': { count: '1', warm: false },
      '/waiting-list': { count: '1', warm: false },
    });
  });

  it('are of the tasks of the own team, where there is one; what is not counted to the end says so', () => {
    const today = (counts: WorklistCounts) => screenCounts({ ...unknown, tasks: counts })['/today']?.count;
    expect([today(tasks(7, 30)), today(tasks(0, 30)), today(tasks(0, 1_000))]).toEqual(['7', '30', '999+']);
  });

  it('are left out where they are not known', () => {
    expect(screenCounts(unknown)).toEqual({});
  });
});
