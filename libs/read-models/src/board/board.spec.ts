import { fold } from '../change.ts';
import { notOpened } from '@stepway/pathway';
import { admitted, away, back, day, discharged, held, inCrisis, referred, tested, type Lived } from '../specs/lived.ts';
import { rowContext } from '../row-context.ts';
import { contextFor } from '../specs/rules.ts';
import { projectBoard, boardRow } from './project.ts';

const rowOf = ({ journey }: Lived) => boardRow(journey, rowContext(journey, contextFor));

function tableRowOf({ episodeId, events, journey }: Lived) {
  const change = fold(notOpened(episodeId), events);
  if (change === undefined) throw new Error('unreachable');
  return projectBoard(change, rowContext(journey, contextFor))[0];
}

describe('the board row of an applicant', () => {
  it('has no level yet, and is counted where the person asked to enter', () => {
    expect(rowOf(referred('ada'))).toMatchObject({ status: 'referred', level: null, levelSince: null, flags: [] });
    expect(tableRowOf(referred('ada'))).toMatchObject({ status: 'referred', level: 'iop' });
  });
});

describe('the board row of a person in care', () => {
  it('asks for nothing while nothing is due', () => {
    expect(rowOf(admitted('ada'))).toMatchObject({ status: 'active', level: 'iop', flags: [], transition: null });
  });

  it('shows a step up with the deadline of its hand-off', () => {
    const row = rowOf(tested(admitted('ada'), 10, 'positive'));
    expect(row).toMatchObject({
      transition: { kind: 'step-up', from: 'iop', to: 'residential', state: 'started' },
      lastScreen: { collectedAt: day(10), positive: ['cocaine'], disposition: 'unexpected-use' },
    });
    expect(row.flags).toContain('hand-off');
    expect(row.actBy).not.toBeNull();
    expect(row.openTasks).toBeGreaterThan(0);
  });

  it('says the earliest moment at which somebody must have acted', () => {
    const life = tested(admitted('ada'), 10, 'positive');
    const deadlines = life.journey.tasks.filter(({ state }) => state === 'open').map(({ dueAt }) => dueAt);
    expect(rowOf(life).actBy).toBe(deadlines.toSorted()[0]);
  });

  it('names the open task that is due first', () => {
    const life = tested(admitted('ada'), 10, 'positive');
    const { nextTask } = rowOf(life);
    expect(nextTask?.dueAt).toBe(rowOf(life).actBy);
    expect(life.journey.tasks).toContainEqual(expect.objectContaining({ ...nextTask, state: 'open' }));
    expect(rowOf(admitted('ada')).nextTask).toBeNull();
  });

  it('is flagged once the deadline of the hand-off was said to have passed', () => {
    const life = tested(admitted('ada'), 10, 'positive').until(day(20));
    expect(rowOf(life).flags.slice(0, 1)).toEqual(['hand-off-overdue']);
  });

  it('shows automatic moves paused until the end of the hold', () => {
    const life = held(admitted('ada'), 1, 8);
    expect(rowOf(life)).toMatchObject({ holdUntil: day(8), flags: ['hold'] });
    expect(rowOf(life.until(day(9)))).toMatchObject({ holdUntil: null, flags: [] });
  });

  it('shows what is due next, and why', () => {
    const life = held(admitted('ada'), 1, 8);
    expect(rowOf(life).nextDue).toEqual({ at: day(8), cause: 'hold' });
  });

  it('shows who is on leave, and who is not back', () => {
    const life = away(admitted('ada', 'residential'), 2, 3);
    const leave = { leaveId: 'leave-2', kind: 'pass', from: day(2), expectedReturnAt: day(3) };
    expect(rowOf(life)).toMatchObject({ leave, flags: [] });
    expect(tableRowOf(life)).toMatchObject({ on_leave: true });
    expect(rowOf(life.until(day(4))).flags).toContain('leave-overdue');
    expect(rowOf(back(life, 4, 'leave-2'))).toMatchObject({ leave: null, flags: [] });
  });

  it('puts a crisis before everything', () => {
    expect(rowOf(inCrisis(held(admitted('ada'), 1, 8), 2)).flags).toEqual(['crisis', 'hold']);
  });

  it('shows the specimen collected last, whatever the order of arrival', () => {
    const inOrder = tested(tested(admitted('ada'), 3, 'negative'), 5, 'negative');
    expect(rowOf(inOrder).lastScreen).toEqual({ collectedAt: day(5), positive: [], disposition: 'negative' });
  });
});

describe('the board row of a discharged person', () => {
  it('asks for nothing, and is kept under the last level', () => {
    const life = discharged(admitted('ada', 'residential'), 5);
    expect(rowOf(life)).toMatchObject({ status: 'discharged', level: null, transition: null });
    expect(tableRowOf(life)).toMatchObject({ status: 'discharged', level: 'residential' });
    expect(rowOf(life).ending).toMatchObject({ at: day(5), level: 'residential', patientDirected: false });
  });
});
