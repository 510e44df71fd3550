import type { WorklistItem } from '@stepway/contracts';
import { sumOf, toSend, type Outcome, type Phase } from './outcomes.ts';

const items = ['a', 'b', 'c'].map((taskId) => ({ taskId }) as WorklistItem);
const outcomes = (states: Readonly<Record<string, Outcome['state']>>): ReadonlyMap<string, Outcome> =>
  new Map(Object.entries(states).map(([taskId, state]) => [taskId, { state, why: '' }]));
const sent = (phase: 'ready' | 'done', states: Readonly<Record<string, Outcome['state']>>) =>
  toSend(items, outcomes(states), phase).map(({ taskId }) => taskId);

describe('one act on many tasks', () => {
  it('is sent for those that the preview promised, not for one whose preview got no answer', () =>
    expect(sent('ready', { a: 'would', b: 'lost', c: 'refused' })).toEqual(['a']));

  it('is sent again for those that got no answer', () =>
    expect(sent('done', { a: 'done', b: 'lost', c: 'refused' })).toEqual(['b']));
});

const told = (phase: Phase, ...states: readonly Outcome['state'][]) =>
  sumOf(items, new Map(states.map((state, at) => ['abc'.charAt(at), { state, why: '' }])), phase);

describe('what is told of many tasks together', () => {
  it('is the same from the first to the last while they are sent', () => {
    const first = told('running', 'would', 'would', 'would');
    expect(told('running', 'done', 'would', 'would')).toBe(first);
    expect(told('running', 'done', 'done', 'lost')).toBe(first);
  });

  it('is the same while they are looked at', () => expect(told('looking', 'would')).toBe(told('looking')));

  it('counts before and after', () => {
    expect(told('ready', 'would', 'would', 'refused')).toContain('2');
    expect(told('done', 'done', 'no-news', 'refused')).toContain('2');
  });
});
