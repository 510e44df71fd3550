import { isIntact } from './verifications.ts';

const last = { at: '2026-11-20T12:00:00.000Z', records: 9, chains: 2, breaches: [{ chain: 'b', index: 4 }] };
const record = (chain: string, index: number, at = '2026-11-20T11:00:00.000Z') => ({ chain, index, at });

describe('whether a record of the trail is as it was written', () => {
  it('is not known before anybody looked, or of what came later', () => {
    expect(isIntact(record('a', 1), undefined)).toBeUndefined();
    expect(isIntact(record('a', 7, '2026-11-20T12:00:00.001Z'), last)).toBeUndefined();
  });

  it('is so in a chain without a breach, and before one', () => {
    expect(isIntact(record('a', 7), last)).toBe(true);
    expect(isIntact(record('b', 3), last)).toBe(true);
  });

  it('is not so from the breach on, also of what came later', () => {
    expect(isIntact(record('b', 4), last)).toBe(false);
    expect(isIntact(record('b', 9, '2026-11-20T12:30:00.000Z'), last)).toBe(false);
  });
});
