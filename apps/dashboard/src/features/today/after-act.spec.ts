import type { WorklistItem } from '@stepway/contracts';
import { leavesList, rowAfter, undoingOf } from './after-act.ts';
import { claimOf, completeOf, type TaskWish } from './wishes.ts';

const task = (fields: Partial<WorklistItem> = {}) =>
  ({ taskId: 't1', owner: null, goesUp: null, snoozedUntil: null, urgent: false, ...fields }) as WorklistItem;
const until = '2026-11-26T16:00:00.000Z';
const putOff: TaskWish = { act: 'SnoozeTask', body: { taskId: 't1', until } };
const given: TaskWish = { act: 'AssignTask', body: { taskId: 't1', to: { staffId: 'teal', role: 'nurse' } } };
const now = () => Date.parse('2026-11-26T12:00:00.000Z');
const owner = { staffId: 'robin', role: 'coordinator', by: 'claim', since: until } as const;

describe('after an act', () => {
  const team = { who: 'team', withSnoozed: false } as const;

  it('the row after it is next where the task leaves the list, the one before it at the end', () => {
    expect([rowAfter(['a', 'b', 'c'], 'b', true), rowAfter(['a', 'b'], 'b', true), rowAfter(['a'], 'a', true)]).toEqual(
      ['c', 'a', undefined],
    );
    expect(rowAfter(['a', 'b'], 'a', false)).toBe('a');
  });

  it('a task leaves the list when it is done, put off, or no longer what the list asks for', () => {
    const wishes = [completeOf(task()), putOff, claimOf(task()), given];
    expect(wishes.map((wish) => leavesList(wish, team))).toEqual([true, true, false, false]);
    expect(wishes.map((wish) => leavesList(wish, { who: 'unowned', withSnoozed: true }))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('what takes an act back', () => {
  it('gives a task back to who had it before; to nobody it is not given back', () => {
    const back = { command: 'AssignTask', body: { taskId: 't1', to: { staffId: 'robin', role: 'coordinator' } } };
    expect(undoingOf(task({ owner }), given, now)?.()).toEqual(back);
    expect(undoingOf(task({ owner: { ...owner, by: 'assignment' } }), claimOf(task()), now)?.()).toEqual(back);
    expect(undoingOf(task(), claimOf(task()), now)).toBeUndefined();
    expect(undoingOf(task({ owner, urgent: true }), given, now)).toBeUndefined();
  });

  it('brings what was put off back at once, or to when it was put off before', () => {
    const snoozed = (fields?: Partial<WorklistItem>) => undoingOf(task(fields), putOff, now)?.().body;
    expect(snoozed()).toEqual({ taskId: 't1', until: '2026-11-26T12:00:03.000Z' });
    expect(snoozed({ snoozedUntil: '2026-11-26T13:00:00.000Z' })).toMatchObject({ until: '2026-11-26T13:00:00.000Z' });
  });

  it('is nothing where putting off has moved on the moment at which the task goes up', () => {
    const goesUp = (at: string) => ({ goesUp: { role: 'medical-director', at } }) as const;
    expect(undoingOf(task(goesUp('2026-11-26T15:00:00.000Z')), putOff, now)).toBeUndefined();
    expect(undoingOf(task(goesUp('2026-11-26T16:00:00.000Z')), putOff, now)).toBeDefined();
    expect(undoingOf(task(), completeOf(task()), now)).toBeUndefined();
  });
});
