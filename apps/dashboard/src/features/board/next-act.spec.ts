import { nextActOf } from './next-act.ts';
import type { Row } from './arrange.ts';

const all = ['DecideProposal', 'ScheduleHandOff', 'CompleteHandOff', 'CompleteTask'] as const;
const row = (fields: object) => ({ episodeId: 'e1', transition: null, nextTask: null, ...fields }) as Row;
const task = { kind: 'outreach', dueAt: '2026-01-01T00:00:00Z', taskId: 't1' };

describe('the next act of a row', () => {
  it('decides a proposal, then makes the appointment, then records the arrival, then completes the task', () => {
    const act = (fields: object) => nextActOf(row(fields), all)?.opens;
    expect(act({ transition: { transitionId: 'm1', state: 'proposed' }, nextTask: task })).toEqual({
      do: 'decide-proposal',
      of: 'e1',
      about: 'm1',
    });
    expect(act({ transition: { transitionId: 'm1', state: 'started' } })?.do).toBe('schedule-hand-off');
    expect(act({ transition: { transitionId: 'm1', state: 'started', appointmentAt: 'x' } })?.do).toBe(
      'complete-hand-off',
    );
    expect(act({ nextTask: task })).toEqual({ do: 'complete-task', of: 'e1', about: 't1' });
    expect(act({})).toBeUndefined();
  });

  it('is only what the caller may do', () => {
    expect(
      nextActOf(row({ transition: { transitionId: 'm1', state: 'proposed' }, nextTask: task }), ['CompleteTask'])?.opens
        .do,
    ).toBe('complete-task');
    expect(nextActOf(row({ nextTask: task }), [])).toBeUndefined();
  });
});
