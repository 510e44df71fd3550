import type { WorklistItem } from '@stepway/contracts';
import { toSend, type Outcome } from './use-bulk.ts';

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
