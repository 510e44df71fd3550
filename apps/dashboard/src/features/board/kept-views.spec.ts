import { BoardFilters } from './filters.ts';
import { readViews, sameFilters } from './kept-views.ts';

describe('views of the board that a person keeps', () => {
  it('are read as they were kept', () => {
    const kept = [{ name: 'Mine in IOP', filters: { level: 'iop', owner: 'me' } }];
    expect(readViews(JSON.stringify(kept))).toEqual([{ name: 'Mine in IOP', filters: { level: 'iop', owner: 'me' } }]);
  });

  it('are none where nothing, or something else, was kept', () => {
    expect([null, 'not JSON', '{}', '[{"name":""}]'].map((text) => readViews(text).length)).toEqual([0, 0, 0, 0]);
  });

  it('lose a filter that is no longer understood, and stay', () => {
    expect(readViews('[{"name":"Old","filters":{"flag":"gone","level":"iop"}}]')).toEqual([
      { name: 'Old', filters: { level: 'iop' } },
    ]);
  });

  it('hold no search by name: it is no filter of the address', () => {
    expect(BoardFilters.parse({ name: 'Juniper', q: 'Juniper', level: 'iop' })).toEqual({ level: 'iop' });
  });

  it('are the same whatever order their filters stand in', () => {
    expect(
      sameFilters(
        BoardFilters.parse({ level: 'iop', site: 'main' }),
        BoardFilters.parse({ site: 'main', level: 'iop' }),
      ),
    ).toBe(true);
    expect(sameFilters(BoardFilters.parse({ level: 'iop' }), BoardFilters.parse({}))).toBe(false);
  });
});
