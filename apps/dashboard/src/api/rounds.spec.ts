import { inRounds } from './rounds.ts';

/** Rounds that end when they are told to. */
function rounds() {
  const begun: { readonly ids: readonly string[]; readonly end: () => void }[] = [];
  const changed = inRounds((ids) => new Promise((end) => begun.push({ ids, end })));
  const endLast = async () => {
    begun.at(-1)?.end();
    await new Promise(setImmediate);
  };
  return { begun, changed, endLast };
}

describe('what changed', () => {
  it('is read at once, what changes meanwhile together in the next round', async () => {
    const { begun, changed, endLast } = rounds();
    changed(['a']);
    changed(['b']);
    changed(['c', 'b']);
    expect(begun.map(({ ids }) => ids)).toEqual([['a']]);
    await endLast();
    expect(begun.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c']]);
    await endLast();
    changed(['a']);
    expect(begun).toHaveLength(3);
  });

  it('while a round came to nothing is not forgotten: it has a round of its own', async () => {
    const seen: (readonly string[])[] = [];
    const changed = inRounds(async (ids) => {
      seen.push(ids);
      if (seen.length > 1) return;
      // Not answered; while the page asks for everything again, somebody acts.
      await new Promise(setImmediate);
      changed(['b']);
      await new Promise(setImmediate);
    });
    changed(['a']);
    while (seen.length < 2) await new Promise(setImmediate);
    expect(seen).toEqual([['a'], ['b']]);
  });
});
