import { z } from 'zod';
import { olderCareMessages } from '../published/messages.ts';
import { upcast, versionOf, VersionUnknown } from './upcast.ts';
import type { Upcasts } from './upcasts.ts';

/** A made-up past: a hold's end was first told by a flag, then by a word, and is told by a cause now. */
const chains: Upcasts = {
  HoldReleased: [
    {
      data: z.object({ holdId: z.string(), byPerson: z.boolean() }),
      up: ({ byPerson, ...rest }) => ({ ...rest, word: byPerson === true ? 'released' : 'expired' }),
    },
    {
      data: z.object({ holdId: z.string(), word: z.string() }),
      up: ({ word, ...rest }) => ({ ...rest, cause: word }),
    },
  ],
};
const read = (version: number, data: unknown) => upcast({ type: 'HoldReleased', version, data }, chains);

describe('the data of an event of an older version', () => {
  it('is read in today’s shape, step by step', () => {
    expect(read(1, { holdId: 'h1', byPerson: true })).toEqual({ holdId: 'h1', cause: 'released' });
    expect(read(2, { holdId: 'h1', word: 'expired' })).toEqual({ holdId: 'h1', cause: 'expired' });
  });

  it('is left as it is where it is of today’s version', () => {
    const data = { holdId: 'h1', cause: 'released', later: 'field' };
    expect(read(3, data)).toBe(data);
    expect(upcast({ type: 'HoldReleased', version: 1, data })).toBe(data);
  });

  it.each([0, 4, 1.5])('of version %s, which this build does not know, is not guessed at', (version) =>
    expect(() => read(version, {})).toThrow(VersionUnknown),
  );

  it('stays published beside the new one', () => {
    expect(versionOf('HoldReleased', chains)).toBe(3);
    expect(olderCareMessages(chains).map(({ ceType }) => ceType)).toEqual([
      'stepway.care.hold-released.v1',
      'stepway.care.hold-released.v2',
    ]);
  });
});
