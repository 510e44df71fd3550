import { capsOf, keyMap, shownKeys } from './key-map.ts';

const places = Object.entries(keyMap);

describe('the list of keys', () => {
  it('has each key of a place once, each with its words', () => {
    for (const [place, entries] of places) {
      const names = entries.flatMap(({ does }) => [...does]);
      expect([place, names]).toEqual([place, [...new Set(names)]]);
      for (const entry of entries)
        expect([entry.words().length > 0, shownKeys(entry).length > 0]).toEqual([true, true]);
    }
  });

  it('lets no key of a list and of what stands beside it mean two things', () => {
    const together = [...keyMap.everywhere, ...keyMap.today, ...keyMap.list, ...keyMap.marking, ...keyMap.names];
    const names = together.flatMap(({ does }) => [...does]);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('shows what stands on the keys', () => {
    expect(['mod+k', 'g b', 'ArrowDown', '?'].map(capsOf)).toEqual([['Ctrl', 'K'], ['G', 'B'], ['↓'], ['?']]);
  });
});
