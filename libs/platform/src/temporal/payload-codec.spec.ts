import { createSecretKey, randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import type { NamedKey } from '../keys.ts';
import { createPayloadCodec } from './payload-codec.ts';

const key = (kid: string): NamedKey => ({ kid, key: createSecretKey(randomBytes(32)) });
const old = key('old');
const today = key('today');
const payload = defaultPayloadConverter.toPayload({ episodeId: 'canary' });

describe('a payload for Temporal', () => {
  const codec = createPayloadCodec({ current: today, retired: [old] });

  it('comes back as it was', async () => {
    const [decoded] = await codec.decode(await codec.encode([payload]));
    expect(defaultPayloadConverter.fromPayload(decoded ?? payload)).toEqual({ episodeId: 'canary' });
    expect(decoded).not.toBe(payload);
  });

  it('shows nothing of its content, only the id of its key', async () => {
    const [sealed] = await codec.encode([payload]);
    expect(Buffer.from(sealed?.data ?? []).toString('latin1')).not.toContain('canary');
    expect(Buffer.from(sealed?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('today');
  });

  it('sealed with a retired key still opens', async () => {
    const sealed = await createPayloadCodec({ current: old, retired: [] }).encode([payload]);
    const [decoded] = await codec.decode(sealed);
    expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual({ episodeId: 'canary' });
  });

  it('sealed with an unknown key is refused', async () => {
    const sealed = await createPayloadCodec({ current: key('other'), retired: [] }).encode([payload]);
    await expect(codec.decode(sealed)).rejects.toThrow(/other/);
  });

  it('with a changed byte is refused', async () => {
    const [sealed] = await codec.encode([payload]);
    const data = Buffer.from(sealed?.data ?? []);
    data[20] = (data[20] ?? 0) ^ 1;
    await expect(codec.decode([{ metadata: sealed?.metadata ?? {}, data }])).rejects.toThrow(/authenticate/);
  });

  it('that was never sealed passes through', async () => {
    expect(await codec.decode([payload])).toEqual([payload]);
  });
});
