import { inTheFuture } from './facts-in-time.ts';
import { sameContent } from './same-content.ts';
import { day } from './specs/commands.ts';
import { plusMinutes } from './time.ts';

describe('two values say the same', () => {
  it.each([
    ['one', 'one'],
    [undefined, undefined],
    [Number.NaN, Number.NaN],
    [
      [1, 2],
      [1, 2],
    ],
    [[], []],
    [{}, {}],
    [
      { a: 1, b: undefined },
      { a: 1, c: undefined },
    ],
    [
      { a: 1, b: { c: [{ d: 2 }] } },
      { b: { c: [{ d: 2 }] }, a: 1 },
    ],
  ])('%j and %j', (a, b) => {
    expect([sameContent(a, b), sameContent(b, a)]).toEqual([true, true]);
  });
});

describe('two values do not say the same', () => {
  it.each([
    ['one', 'two'],
    ['one', ['one']],
    ['ab', ['a', 'b']],
    [1, null],
    ['', {}],
    [0, {}],
    [null, {}],
    [undefined, {}],
    [undefined, []],
    [null, []],
    [[], {}],
    [['a'], { 0: 'a' }],
    [['a'], { 0: 'a', length: 1 }],
    [[1, 2], [1]],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
  ])('%j and %j', (a, b) => {
    expect([sameContent(a, b), sameContent(b, a)]).toEqual([false, false]);
  });
});

describe('a fact', () => {
  it('lies at most 5 minutes in the future; what is left out lies nowhere', () => {
    const by = (minutes: number) => inTheFuture({ left: undefined, at: plusMinutes(day(0), minutes) }, day(0));
    expect([-1, 0, 4.9, 5].map(by)).toEqual([undefined, undefined, undefined, undefined]);
    expect(by(5.01)).toEqual({ type: 'InTheFuture', field: 'at', at: plusMinutes(day(0), 5.01), now: day(0) });
    expect(inTheFuture({ left: undefined }, day(0))).toBeUndefined();
  });
});
