import { notOpened, type Priority } from '@stepway/pathway';
import { fold } from '../change.ts';
import { admitted, day, offeredPlace, referred, tested, withoutPlace, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { rowContext } from '../row-context.ts';
import { projectWaiting } from './project.ts';

/** The rows that a journey leaves, when it is projected event by event. */
function rowsOf({ episodeId, events }: Lived) {
  let before = fold(notOpened(episodeId), events.slice(0, 1));
  if (before === undefined) throw new Error('not opened');
  const rows = [...projectWaiting(before, rowContext(before.after, contextFor))];
  for (const event of events.slice(1)) {
    const change = fold(before.after, [event]);
    if (change === undefined) continue;
    rows.push(...projectWaiting(change, rowContext(change.after, contextFor)));
    before = change;
  }
  return rows;
}

describe('the waiting list', () => {
  it.each<readonly [Priority | undefined, number]>([
    ['pregnant-injecting', 0],
    ['pregnant', 1],
    ['injecting', 2],
    [undefined, 3],
  ])('has an applicant (%s) in the order of the statute', (priority, rank) => {
    const rows = rowsOf(referred('ada', 'main', priority));
    expect(rows.at(-1)).toMatchObject({ queue: 'applicants', rank, level: 'iop', since: day(-14) });
  });

  it('lets them go when they are admitted', () => {
    expect(rowsOf(admitted('ada')).at(-1)).toMatchObject({ queue: null });
  });

  it('has a move without a place, and lets it go with one', () => {
    const life = withoutPlace(tested(admitted('ada'), 10, 'positive'), 11);
    const row = rowsOf(life).at(-1);
    expect(row).toMatchObject({ queue: 'moves', level: 'residential', since: day(11), rank: 1 });
    expect(JSON.parse(row?.row ?? '')).toMatchObject({ from: 'iop', transitionId: 'ada.t1', priority: null });
    expect(rowsOf(offeredPlace(life, 12, 'residential')).at(-1)).toMatchObject({ queue: null });
  });
});
