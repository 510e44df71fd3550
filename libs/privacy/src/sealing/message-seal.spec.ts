import { createSecretKey, randomBytes } from 'node:crypto';
import { SealBroken, UnknownRootKey } from '../errors.ts';
import { createMessageSeal } from './message-seal.ts';

const named = (kid: string) => ({ kid, key: createSecretKey(randomBytes(32)) });
const [older, newer, commandHash] = [named('older'), named('newer'), named('hash')];
const seal = createMessageSeal({ root: { current: newer, retired: [older] }, commandHash });
const words = Buffer.from('PID|1|canary');

describe('a message from outside', () => {
  it('comes back as it was, and stands nowhere in what is kept', () => {
    const kept = seal.seal('m1', words);
    expect(kept.rootKid).toBe('newer');
    expect(kept.sealed.includes('canary')).toBe(false);
    expect(seal.open('m1', kept)).toEqual(words);
  });

  it('opens in no other place, and not when a byte of it was changed', () => {
    const kept = seal.seal('m1', words);
    expect(() => seal.open('m2', kept)).toThrow(SealBroken);
    kept.sealed.writeUInt8(kept.sealed.readUInt8(20) ^ 1, 20);
    expect(() => seal.open('m1', kept)).toThrow(SealBroken);
  });

  it('opens after the root key was changed for a newer one, as long as the older is kept', () => {
    const before = createMessageSeal({ root: { current: older, retired: [] }, commandHash }).seal('m1', words);
    expect(seal.open('m1', before)).toEqual(words);
    const forgotten = createMessageSeal({ root: { current: newer, retired: [] }, commandHash });
    expect(() => forgotten.open('m1', before)).toThrow(UnknownRootKey);
  });
});

describe('a digest', () => {
  it('is the same for the same, and another for other parts, purposes and keys', () => {
    expect(seal.digest('id', 'a', 'b')).toEqual(seal.digest('id', 'a', 'b'));
    const others = [seal.digest('id', 'ab'), seal.digest('id', 'a', 'b', ''), seal.digest('content', 'a', 'b')];
    expect(new Set([seal.digest('id', 'a', 'b'), ...others].map((digest) => digest.toString('hex'))).size).toBe(4);
    const elsewhere = createMessageSeal({ root: { current: newer, retired: [] }, commandHash: named('other') });
    expect(elsewhere.digest('id', 'a', 'b')).not.toEqual(seal.digest('id', 'a', 'b'));
  });
});
