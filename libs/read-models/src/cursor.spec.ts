import { cursorOf, keysOf, pageOf } from './cursor.ts';

describe('a cursor', () => {
  it('brings back the keys it was made of', () => {
    expect(keysOf(cursorOf(['2026-05-04', 'ada']), 2)).toEqual(['2026-05-04', 'ada']);
  });

  it.each(['', 'abc', Buffer.from('{}').toString('base64url'), cursorOf(['one'])])(
    'of no list is refused: %p',
    (cursor) => {
      expect(() => keysOf(cursor, 2)).toThrow('none that this list has given out');
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
