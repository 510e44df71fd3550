import { changesBetween, currentOf, idsOf, itemsOf, sectionsOf } from './sections.ts';

const rows = ['a', 'b', 'c', 'd'];
const grouped = (overdue: readonly string[], list: readonly string[] = rows) =>
  sectionsOf(
    list,
    (id) => id,
    ['over', 'later'],
    (id) => (overdue.includes(id) ? 'over' : 'later'),
  );

describe('the rows of a list', () => {
  it('stand in their groups, in the order of the groups', () => {
    expect(grouped(['b', 'd'])).toEqual([
      { group: 'over', ids: ['b', 'd'] },
      { group: 'later', ids: ['a', 'c'] },
    ]);
  });

  it('leave out groups with nobody', () => expect(grouped([]).map(({ group }) => group)).toEqual(['later']));

  it('are drawn after the head of their group, which counts them', () => {
    expect(itemsOf(grouped(['b'], ['a', 'b']))).toEqual([
      { kind: 'head', group: 'over', count: 1 },
      { kind: 'row', id: 'b', at: 0 },
      { kind: 'head', group: 'later', count: 1 },
      { kind: 'row', id: 'a', at: 1 },
    ]);
  });

  it('have no heads where there are no groups', () => {
    const flat = sectionsOf(
      rows,
      (id) => id,
      [''],
      () => '',
    );
    expect(itemsOf(flat).every(({ kind }) => kind === 'row')).toBe(true);
    expect(idsOf(flat)).toEqual(rows);
  });
});

describe('changes that wait', () => {
  it('are the rows that come, go or change their group', () => {
    expect(changesBetween(grouped([]), grouped(['b']))).toBe(1);
    expect(changesBetween(grouped([]), grouped([], ['a', 'b', 'c']))).toBe(1);
    expect(changesBetween(grouped([]), grouped(['a'], [...rows, 'e']))).toBe(2);
  });

  it('are one where only the order differs', () => {
    expect(changesBetween(grouped([]), grouped([], ['b', 'a', 'c', 'd']))).toBe(1);
    expect(changesBetween(grouped([]), grouped([]))).toBe(0);
  });
});

describe('the current row', () => {
  it('is the one asked for', () => expect(currentOf(rows, 'c', 0)).toBe('c'));
  it('is the first at the beginning', () => expect(currentOf(rows, undefined, 0)).toBe('a'));
  it('is the one that took its place when it is gone', () => {
    expect(currentOf(['a', 'b', 'd'], 'c', 2)).toBe('d');
    expect(currentOf(['a', 'b'], 'c', 2)).toBe('b');
  });
  it('is nobody in an empty list', () => expect(currentOf([], 'c', 2)).toBeUndefined());
});
