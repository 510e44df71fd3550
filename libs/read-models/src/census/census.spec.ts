import { notOpened } from '@stepway/pathway';
import { fold } from '../change.ts';
import { admitted, away, back, day, discharged, held, says, tested, type Lived } from '../specs/lived.ts';
import { projectHistory } from './project.ts';
import type { BoardHistoryRow } from './table.ts';

function historyOf({ episodeId, events }: Lived) {
  const rows: BoardHistoryRow[] = [];
  fold(notOpened(episodeId), events, (step) => rows.push(...projectHistory(step)));
  return rows;
}

describe('the history that the census is counted from', () => {
  it('has a row for each event that changed where a person is counted, and for no other', () => {
    const life = discharged(tested(held(admitted('ada'), 1, 2), 10, 'positive'), 12);
    expect(historyOf(life).map(({ status, level, in_hand_off }) => [status, level, in_hand_off])).toEqual([
      ['referred', 'iop', false],
      ['active', 'iop', false],
      ['active', 'iop', true],
      // The discharge ends the move first.
      ['active', 'iop', false],
      ['discharged', 'iop', false],
    ]);
  });

  it('has a row when somebody goes on leave, and when they are back', () => {
    const life = back(away(admitted('ada', 'residential'), 2, 3), 3, 'leave-2');
    expect(historyOf(life).map(({ on_leave }) => on_leave)).toEqual([false, false, true, false]);
  });

  it('has a row for a death told after the discharge and dated before it: of the days between it is the truth', () => {
    const life = says(discharged(admitted('ada'), 12), 20, { type: 'RecordDeath', at: day(8), cause: 'not-known' });
    expect(historyOf(life).map(({ status, occurred_at }) => [status, occurred_at])).toEqual([
      ['referred', day(-14)],
      ['active', day(0)],
      ['discharged', day(12)],
      ['discharged', day(8)],
    ]);
    const after = says(discharged(admitted('ben'), 12), 20, { type: 'RecordDeath', at: day(15), cause: 'not-known' });
    expect(historyOf(after)).toHaveLength(3);
  });

  it('says since when it was so, and since when it is known', () => {
    const [, admittance] = historyOf(admitted('ada'));
    expect(admittance).toMatchObject({ occurred_at: day(0), recorded_at: day(0) });
  });
});
