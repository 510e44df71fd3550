import fc from 'fast-check';
import { NotCanonical, canonical } from './canonical.ts';

describe('the canonical form of a value', () => {
  it('does not depend on the order in which fields were written', () => {
    expect(canonical({ b: 1, a: { d: [1, 2], c: null } })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
    expect(canonical({ a: { c: null, d: [1, 2] }, b: 1 })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
  });

  it('writes numbers and texts as RFC 8785 does', () => {
    const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0];
    expect(canonical(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
    expect(canonical('\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/')).toBe(String.raw`"€$\u000f\nA'B\"\\\\\"/"`);
    expect(Object.keys(JSON.parse(canonical({ '\u20ac': 1, '\r': 2, '1': 3, ö: 4 })) as object)).toHaveLength(4);
  });

  it('leaves out a field that has no value', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('is JSON of the same value, and comes out the same after another round', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['U+0000, which jsonb refuses', { a: 'x\u0000' }],
    ['half a surrogate pair', '\ud800'],
    ['a date', new Date(0)],
    ['nothing in a list', [undefined]],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(NotCanonical);
  });
});
