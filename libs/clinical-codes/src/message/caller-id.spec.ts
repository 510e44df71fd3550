import fc from 'fast-check';
import { callerId, stayId } from './caller-id.ts';

describe('a number of the sender as an id of ours', () => {
  it('is the number itself where that is possible', () => {
    expect(['26-0123.4_A', ' LAB-77 '].map(callerId)).toEqual(['26-0123.4_A', 'LAB-77']);
  });

  it('is written otherwise, and can be read back, where it is not', () => {
    expect(['26/0123', 'A B', 'é', 'x_.1'].map(callerId)).toEqual([
      'x_.26_2f0123',
      'x_.A_20B',
      'x_._c3_a9',
      'x_.x_5f.1',
    ]);
  });

  it('is none without a number, or with one that is too long to keep', () => {
    expect(['', '  ', 'a'.repeat(65), '/'.repeat(30)].map(callerId)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is that of a stay: in the emergency room another one than in the ward under the same number', () => {
    const ids = ['V1', 'V/1', 'v'.repeat(62), ''].map((visit) => stayId(visit, 'emergency-department'));
    expect(ids).toEqual(['V1.ed', 'x_.V_2f1.ed', undefined, undefined]);
    expect(stayId('V1', 'hospital')).toBe('V1');
  });

  it('differs for any two numbers', () => {
    const number = fc.string({ maxLength: 20, unit: fc.constantFrom('x', '_', '.', '/', '2', 'f', 'é', ' ') });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [one, other] = [callerId(a), callerId(b)];
        if (one !== undefined && a.trim() !== b.trim()) expect(one).not.toBe(other);
        if (one !== undefined) expect(one).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
      }),
    );
  });
});
