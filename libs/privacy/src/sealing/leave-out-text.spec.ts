import type { Command } from '@stepway/pathway';
import { leaveOutText } from './leave-out-text.ts';

const setGoals = (text: string): Command<string> => ({
  type: 'SetGoals',
  commandId: 'c1',
  actor: { id: 'ada', kind: 'person', role: 'coordinator' },
  occurredAt: '2026-11-20T09:10:00.000Z',
  reason: 'canary reason',
  goals: [{ goalId: 'g1', domain: 'housing', text, measure: 'canary measure' }],
});
const fingerprints = (command: Command) =>
  command.type === 'SetGoals' ? command.goals.map(({ fingerprint }) => fingerprint) : [];

describe('a command of a test patient', () => {
  it('keeps none of its words, nor in the fingerprints of its goals', () => {
    expect(JSON.stringify(leaveOutText(setGoals('canary goal')))).not.toContain('canary');
  });

  it('still tells the words of a goal from other words', () => {
    const told = fingerprints(leaveOutText(setGoals('canary goal')));
    expect(fingerprints(leaveOutText(setGoals('canary goal')))).toEqual(told);
    expect(fingerprints(leaveOutText(setGoals('another goal')))).not.toEqual(told);
  });
});
