import { createSecretKey, randomBytes } from 'node:crypto';
import { SealBroken } from '../errors.ts';
import { kidOf, openText, sealText, unwrapKey, wrapKey } from './cipher.ts';

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
