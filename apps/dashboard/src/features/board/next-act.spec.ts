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

  it('records what ends a task that no word ends, about the move where it is one', () => {
    const assessment = row({ nextTask: { ...task, kind: 'initial-assessment' } });
    expect(nextActOf(assessment, ['CompleteTask', 'RecordAssessment'])).toEqual({
      words: 'Assess',
      opens: { do: 'record-assessment', of: 'e1' },
    });
    const overdue = row({
      transition: { transitionId: 'm1', state: 'started', appointmentAt: 'x' },
      nextTask: { ...task, kind: 'hand-off-overdue' },
    });
    expect(nextActOf(overdue, ['CompleteTask', 'FailHandOff'])?.opens).toEqual({
      do: 'fail-hand-off',
      of: 'e1',
      about: 'm1',
    });
  });

  it('leads to the journey where the row does not know what the record is about', () => {
    const unsettled = row({ nextTask: { ...task, kind: 'confirm-result' } });
    expect(nextActOf(unsettled, ['CompleteTask', 'RecordDrugTestResult'])).toEqual({ words: 'Open journey' });
    expect(nextActOf(unsettled, ['CompleteTask'])).toBeUndefined();
  });

  it('records what ends a task about what the task is about', () => {
    const unsettled = row({ nextTask: { ...task, kind: 'confirm-result', subject: 'S-1' } });
    expect(nextActOf(unsettled, ['CompleteTask', 'RecordDrugTestResult'])?.opens).toEqual({
      do: 'record-drug-test-result',
      of: 'e1',
      about: 'S-1',
    });
  });

  it('is only what the caller may do', () => {
    expect(
      nextActOf(row({ transition: { transitionId: 'm1', state: 'proposed' }, nextTask: task }), ['CompleteTask'])?.opens
        ?.do,
    ).toBe('complete-task');
    expect(nextActOf(row({ nextTask: task }), [])).toBeUndefined();
  });
});
