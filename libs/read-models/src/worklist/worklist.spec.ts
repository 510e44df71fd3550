import { WorklistRow } from '@stepway/contracts';
import { notOpened } from '@stepway/pathway';
import { fold } from '../change.ts';
import { rowContext } from '../row-context.ts';
import { admitted, day, discharged, inCrisis, referred, tested, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { tasksAt } from './as-of.ts';
import { atMoment } from './at-moment.ts';
import { projectWorklist } from './project.ts';
import type { WorklistTableRow } from './table.ts';

/** The rows as a table has them, after the journey was projected so many events at a time. */
function tableOf({ episodeId, events }: Lived, atOnce: number): ReadonlyMap<string, WorklistTableRow> {
  const table = new Map<string, WorklistTableRow>();
  let written = fold(notOpened(episodeId), events.slice(0, 1))?.after;
  if (written === undefined) throw new Error('not opened');
  for (let from = 1; from < events.length; from += atOnce) {
    const change = fold(written, events.slice(from, from + atOnce));
    if (change === undefined) continue;
    for (const row of projectWorklist(change, rowContext(change.after, contextFor))) table.set(row.task_id, row);
    written = change.after;
  }
  return table;
}

const openRows = (life: Lived) =>
  [...tableOf(life, 1).values()]
    .filter(({ is_open: open }) => open)
    .map((row) => ({ ...row, row: WorklistRow.parse(JSON.parse(row.row)) }));
const rowOf = (life: Lived, kind: string) => openRows(life).find((row) => row.kind === kind);

describe('the worklist', () => {
  const life = () => tested(admitted('ada'), 10, 'positive');

  it('has a row for each open task, which says why it ranks where it does', () => {
    const lived = life();
    expect(
      openRows(lived)
        .map(({ task_id: id }) => id)
        .toSorted(),
    ).toEqual(
      lived.journey.tasks
        .filter(({ state }) => state === 'open')
        .map(({ taskId }) => taskId)
        .toSorted(),
    );
    const row = rowOf(life(), 'reassessment');
    expect(row).toMatchObject({ rank: -(10 + 8 + 6), level: 'iop', row: { points: 24, urgent: false } });
    expect(row?.row.parts.map(({ part }) => part)).toEqual(['asked', 'recent-use', 'hand-off-without-appointment']);
  });

  it('says what happens if nobody acts, and until when it may be put off', () => {
    const row = rowOf(life(), 'reassessment')?.row;
    expect(row?.goesUp).toEqual({ role: 'programme-manager', at: row?.dueAt });
    expect(row?.endedBy).toEqual(['RecordAssessment']);
    expect(row?.snoozeUntil).not.toBeNull();
  });

  it('has an urgent task with its phone tree, and of whom it was asked before', () => {
    const crisis = rowOf(inCrisis(admitted('ada'), 2).until(day(3)), 'crisis')?.row;
    expect(crisis).toMatchObject({
      urgent: true,
      role: 'medical-director',
      goesUp: null,
      snoozeUntil: null,
      owner: null,
    });
    expect(crisis?.phoneTree).toEqual(['coordinator', 'therapist', 'nurse', 'medical-director']);
    expect(crisis?.askedBefore.map(({ role }) => role)).toEqual(['coordinator', 'therapist', 'nurse']);
  });

  it('keeps what ended, closed', () => {
    const settled = discharged(life(), 12);
    const ended = [...tableOf(settled, 1).values()].filter(({ is_open: open }) => !open);
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.every(({ ended_at: at, row }) => at !== null && row === '{}')).toBe(true);
  });

  it.each([2, 7, 1_000])('is the same table, projected %s events at a time', (atOnce) => {
    const long = inCrisis(tested(tested(life(), 14, 'negative'), 20, 'positive'), 22).until(day(60));
    expect(tableOf(long, atOnce)).toEqual(tableOf(long, 1));
  });

  it('is laid over with what the clock says', () => {
    const row = rowOf(life(), 'reassessment')?.row;
    if (row === undefined) throw new Error('no task');
    expect(atMoment(row, day(10)).points).toBe(24);
    const late = atMoment(row, day(40));
    expect(late.points).toBe(44);
    expect(late.parts[0]).toEqual({ part: 'time', step: 'over-a-day', points: 20 });
  });
});

describe('the worklist as of a moment of the past', () => {
  it('finds people who were not at a level by the one at which they are counted, as now', () => {
    const life = referred('ada', 'main', 'pregnant').until(day(5));
    const now = openRows(life);
    expect(now.map(({ level, row }) => [level, row.level])).toContainEqual(['iop', null]);
    const moment = { asOf: day(5), sense: 'known' } as const;
    const at = (levels: readonly string[]) => tasksAt(life.events, { levels, withSnoozed: true }, moment, contextFor);
    expect(at(['iop']).map(({ taskId }) => taskId)).toEqual(now.map(({ row }) => row.taskId));
    expect(at(['residential'])).toEqual([]);
  });
});
