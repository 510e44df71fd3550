import { admitted, held } from '../specs/lived.ts';
import { eventsBehind } from './first-said-by.ts';
import { flagsOf } from './flags.ts';

describe('the events without which nobody has a flag', () => {
  it('are known of what waits for a decision', () => {
    expect(eventsBehind(['proposal'])).toEqual(['TransitionProposed']);
    expect(eventsBehind(['proposal', 'proposal-escalated', 'second-person', 'hold'])).toEqual([
      'HoldPlaced',
      'TerminationRequested',
      'TransitionProposed',
    ]);
  });

  it('are not asked for where one of the flags may come from anything, or from the clock', () => {
    expect(eventsBehind(undefined)).toBeUndefined();
    expect(eventsBehind(['hold', 'task-overdue'])).toBeUndefined();
  });

  it('are in the log of whom is flagged', () => {
    const { journey, events } = held(admitted('ada'), 3, 9);
    const flags = flagsOf(journey).filter((flag) => flag === 'hold');
    expect(flags).toEqual(['hold']);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining([...(eventsBehind(flags) ?? [])]));
  });
});
