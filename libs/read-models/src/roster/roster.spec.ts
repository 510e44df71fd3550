import { notOpened, plusHours, type Attendance, type Programme } from '@stepway/pathway';
import { fold } from '../change.ts';
import { rowContext } from '../row-context.ts';
import { admitted, away, day, discharged, said, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { projectRoster } from './project.ts';
import { stageOf } from './stage.ts';

const inGroup = (life: Lived, days: number, groupId: string, attendance: Attendance = 'attended'): Lived =>
  life.says({
    type: 'RecordSession',
    ...said(plusHours(day(days), 2)),
    sessionId: `${groupId}.${days}`,
    sessionType: 'group',
    startedAt: day(days),
    minutes: 90,
    attendance,
    groupId,
  });

function rowOf({ episodeId, events }: Lived) {
  const change = fold(notOpened(episodeId), events);
  if (change === undefined) throw new Error('not opened');
  const [row] = projectRoster(change, rowContext(change.after, contextFor));
  if (row === undefined) throw new Error('no row');
  return { ...row, row: JSON.parse(row.row) };
}

describe('the rosters of groups', () => {
  it('know who was in which group when, also who did not come', () => {
    const life = inGroup(inGroup(inGroup(admitted('ada'), 3, 'skills'), 10, 'skills', 'missed'), 5, 'early');
    expect(rowOf(life)).toMatchObject({
      site_id: 'main',
      level: 'iop',
      active: true,
      level_since: day(0),
      adult_from: '-infinity',
      group_ids: '{early,skills}',
      last_group_at: day(10),
      row: {
        leave: null,
        groups: {
          early: [{ sessionId: 'early.5', startedAt: day(5), attendance: 'attended', minutes: 90 }],
          skills: [{ startedAt: day(3) }, { startedAt: day(10), attendance: 'missed' }],
        },
      },
    });
  });

  it('take the id of a group for a word, whatever the word', () => {
    const { group_ids, row } = rowOf(inGroup(admitted('ada'), 3, 'constructor'));
    expect([group_ids, row.groups]).toEqual([
      '{constructor}',
      { constructor: [expect.objectContaining({ minutes: 90 })] },
    ]);
  });

  it('keep the last sessions of each group only, the oldest first', () => {
    const life = Array.from({ length: 15 }, (_, index) => index + 1).reduce(
      (lived, days) => inGroup(lived, days, 'skills'),
      admitted('ada'),
    );
    const kept: readonly { startedAt: string }[] = rowOf(life).row.groups.skills;
    expect(kept.map(({ startedAt }) => startedAt)).toEqual(Array.from({ length: 12 }, (_, index) => day(index + 4)));
  });

  it('have whoever was in no group, and know who is away or gone', () => {
    expect(rowOf(admitted('ada'))).toMatchObject({ group_ids: '{}', last_group_at: '-infinity' });
    expect(rowOf(away(admitted('ada', 'residential'), 3, 5)).row).toMatchObject({ leave: 'pass' });
    expect(rowOf(discharged(admitted('ada'), 5))).toMatchObject({ active: false });
  });
});

describe('the stage of recovery', () => {
  const { programme } = contextFor(admitted('ada').journey, day(0));
  it.each<readonly [string, string, number, Programme | undefined]>([
    ['early', 'iop', 0, programme],
    ['early', 'iop', 29.9, programme],
    ['middle', 'iop', 30, programme],
    ['sustained', 'aftercare', 1, programme],
    ['early', 'aftercare', 1, undefined],
  ])('is %s at %s after %d days', (stage, level, days, known) => {
    expect(stageOf({ level, levelSince: day(0) }, day(days), known)).toBe(stage);
  });
});
