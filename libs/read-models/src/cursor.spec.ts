import { cursorOf, keysOf, pageOf } from './cursor.ts';

describe('a cursor', () => {
  it('brings back the keys it was made of', () => {
    expect(keysOf(cursorOf(['2026-05-04', 'ada']), 'moment', 'id')).toEqual(['2026-05-04', 'ada']);
  });

  it.each(['2026-11-25 14:00:00.123456+00', 'infinity', '-infinity'])(
    'may hold a moment of PostgreSQL: %s',
    (moment) => {
      expect(keysOf(cursorOf([moment]), 'moment')).toEqual([moment]);
    },
  );

  it.each([
    ['words', ['words of a person', 'ada']],
    ['U+0000', ['infinity', 'a\u0000']],
    ['a date that is none', ['2026-99-99', 'ada']],
  ])('made up, with %s in it, is refused before the database sees it', (_, keys) => {
    expect(() => keysOf(cursorOf(keys), 'moment', 'id')).toThrow('none that this list has given out');
    expect(() => keysOf(cursorOf(keys.slice(0, 1)), 'version')).toThrow('none that this list has given out');
  });

  it.each(['', 'abc', Buffer.from('{}').toString('base64url'), cursorOf(['one'])])(
    'of no list is refused: %p',
    (cursor) => {
      expect(() => keysOf(cursor, 'moment', 'id')).toThrow('none that this list has given out');
    },
  );
});

describe('a page', () => {
  it('ends with the way to the next one', () => {
    const page = pageOf(['a', 'b', 'c'], 2, (item) => [item]);
    expect(page).toEqual({ items: ['a', 'b'], next: cursorOf(['b']) });
  });

  it('is the last one when nothing comes after', () => {
    expect(pageOf(['a', 'b'], 2, (item) => [item]).next).toBeNull();
  });
});
