import { createSecretKey, randomBytes } from 'node:crypto';
import { SealBroken } from '../errors.ts';
import { fingerprintOf, kidOf, openText, sealText, unwrapKey, wrapKey } from './cipher.ts';

const key = createSecretKey(randomBytes(32));
const context = { owner: 'episode-1', commandId: 'c1', field: 'reason' };

describe('a sealed text', () => {
  it('opens where it belongs', () => {
    expect(openText(key, sealText('k1', key, 'canary ü', context), context)).toBe('canary ü');
  });

  it('has the form of interfaces.md: kid, nonce, ciphertext', () => {
    const { sealed } = sealText('k1', key, 'canary', context);
    expect(sealed).toMatch(/^k1\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
    expect(kidOf({ sealed })).toBe('k1');
  });

  it('is never twice the same', () => {
    const sealings = Array.from({ length: 1_000 }, () => sealText('k1', key, 'x', context).sealed);
    expect(new Set(sealings).size).toBe(1_000);
  });

  it.each([
    ['another episode', { ...context, owner: 'episode-2' }],
    ['another command', { ...context, commandId: 'c2' }],
    ['another field', { ...context, field: 'evidence' }],
  ])('does not open in %s', (_, elsewhere) => {
    expect(() => openText(key, sealText('k1', key, 'canary', context), elsewhere)).toThrow(SealBroken);
  });

  it('does not open with a changed byte, wherever it is', () => {
    const { sealed } = sealText('k1', key, 'canary', context);
    const [kid = '', nonce = '', ciphertext = ''] = sealed.split('.');
    for (const [part, join] of [
      [nonce, (changed: string) => `${kid}.${changed}.${ciphertext}`],
      [ciphertext, (changed: string) => `${kid}.${nonce}.${changed}`],
    ] as const) {
      const bytes = Buffer.from(part, 'base64url');
      for (let index = 0; index < bytes.length; index += 1) {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ 1;
        expect(() => openText(key, { sealed: join(changed.toString('base64url')) }, context)).toThrow(SealBroken);
      }
    }
  });

  it.each(['', 'k1', 'k1.', 'k1.AAAA.AAAA', 'k1.AAAAAAAAAAAAAAAA.'])('that is no seal (%p) is refused', (sealed) => {
    expect(() => openText(key, { sealed }, context)).toThrow(SealBroken);
  });
});

describe('a wrapped key', () => {
  const bytes = randomBytes(32);

  it('is unwrapped by the root key', () => {
    expect(unwrapKey('k1', key, wrapKey(key, bytes, 'p1.k1'), 'p1.k1')).toEqual(bytes);
  });

  it('belongs to one patient', () => {
    expect(() => unwrapKey('k1', key, wrapKey(key, bytes, 'p1.k1'), 'p2.k1')).toThrow(SealBroken);
  });
});

describe('the fingerprint of words', () => {
  const parts = ['goal', 'g1', 'A safe place to live', ''];

  it('is the same for the same words of the same thing', () => {
    expect(fingerprintOf(key, 'episode-1', parts)).toBe(fingerprintOf(key, 'episode-1', [...parts]));
    expect(fingerprintOf(key, 'episode-1', parts)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it('is another one for other words, another goal, another episode or another patient', () => {
    const others = [
      fingerprintOf(key, 'episode-1', ['goal', 'g1', 'A safe place to live.', '']),
      fingerprintOf(key, 'episode-1', ['goal', 'g1', 'A safe place', 'to live']),
      fingerprintOf(key, 'episode-1', ['goal', 'g2', 'A safe place to live', '']),
      fingerprintOf(key, 'episode-2', parts),
      fingerprintOf(createSecretKey(randomBytes(32)), 'episode-1', parts),
    ];
    expect(new Set([fingerprintOf(key, 'episode-1', parts), ...others]).size).toBe(6);
  });
});
