import { actOf, keyName } from './keys.ts';

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('a key', () => {
  it('is the same on every system', () => {
    expect(pressed('k', { ctrlKey: true })).toBe('mod+k');
    expect(pressed('K', { metaKey: true })).toBe('mod+k');
  });

  it('is not ours together with Alt', () => expect(pressed('b', { altKey: true })).toBeUndefined());

  it('may act only after another', () => {
    const board = jest.fn();
    expect(actOf({ 'g b': board }, 'b', 'g')).toBe(board);
    expect(actOf({ 'g b': board }, 'b', undefined)).toBeUndefined();
  });

  it('that follows G or R is never the key by itself: G A goes to a screen and acknowledges no crisis', () => {
    const acknowledge = jest.fn();
    expect(actOf({ a: acknowledge }, 'a', 'g')).toBeUndefined();
    expect(actOf({ a: acknowledge }, 'a', undefined)).toBe(acknowledge);
  });
});
