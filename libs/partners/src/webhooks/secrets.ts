import { randomBytes } from 'node:crypto';
import type { EndpointSeal, SealedSecrets } from './endpoint-seal.ts';

/** A secret that signs (Standard Webhooks, `whsec_…`), until when if another has taken its place. */
export interface SigningKey {
  readonly keyId: string;
  readonly secret: string;
  readonly from: string;
  readonly until?: string;
}

/** Rotations that overlap, at most; the oldest go first. */
const mostKeys = 4;

export const newKey = (now: Date): SigningKey => ({
  keyId: randomBytes(6).toString('hex'),
  secret: `whsec_${randomBytes(32).toString('base64')}`,
  from: now.toISOString(),
});

/** Those that sign now: all that have not ended, the newest first. */
export const inForce = (keys: readonly SigningKey[], now: Date): readonly SigningKey[] =>
  keys.filter(({ until }) => until === undefined || until > now.toISOString());

/** A new key, beside which those before sign for so long. */
export function rotated(
  keys: readonly SigningKey[],
  key: SigningKey,
  now: Date,
  overlapMs: number,
): readonly SigningKey[] {
  const end = new Date(now.getTime() + overlapMs).toISOString();
  const before = inForce(keys, now).map((old) => ({
    ...old,
    until: old.until !== undefined && old.until < end ? old.until : end,
  }));
  return [key, ...before].slice(0, mostKeys);
}

export const sealKeys = (seal: EndpointSeal, endpointId: string, keys: readonly SigningKey[]): SealedSecrets =>
  seal.seal(endpointId, Buffer.from(JSON.stringify(keys), 'utf8'));

/** @throws what `seal` throws: the row is not as it was written */
export const openKeys = (seal: EndpointSeal, endpointId: string, sealed: SealedSecrets): readonly SigningKey[] =>
  JSON.parse(seal.open(endpointId, sealed).toString('utf8'));

/** To what header fields are bound: the same endpoint, but not to be taken for its secrets. */
export const headersOf = (endpointId: string): string => `${endpointId} headers`;
