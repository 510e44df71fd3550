import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import root from '@temporalio/proto'; // CommonJS whose names Node cannot see
import type { KeyRing, NamedKey } from '../keys.ts';

const proto = root.temporal.api.common.v1.Payload;
const encoding = 'binary/encrypted';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals everything that Temporal stores with the service's own key (AES-256-GCM, random 96-bit nonce). The key's id
 * stands in the metadata, so that histories of years ago open with the key of their day: never drop a retired key
 * while such a history may still be open.
 */
export function createPayloadCodec(ring: KeyRing): PayloadCodec {
  const keys = new Map([ring.current, ...ring.retired].map((named) => [named.kid, named]));
  return {
    encode: async (payloads) => payloads.map((payload) => seal(ring.current, payload)),
    decode: async (payloads) => payloads.map((payload) => (isSealed(payload) ? open(keys, payload) : payload)),
  };
}

function seal({ kid, key }: NamedKey, payload: Payload): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(kid));
  const sealed = Buffer.concat([cipher.update(proto.encode(payload).finish()), cipher.final()]);
  return {
    metadata: {
      encoding: Buffer.from(encoding),
      'encryption-cipher': Buffer.from('AES-256-GCM'),
      'encryption-key-id': Buffer.from(kid),
    },
    data: Buffer.concat([nonce, sealed, cipher.getAuthTag()]),
  };
}

function open(keys: ReadonlyMap<string, NamedKey>, payload: Payload): Payload {
  const kid = textOf(payload.metadata?.['encryption-key-id']);
  const named = keys.get(kid);
  const data = payload.data;
  if (named === undefined) throw new ValueError(`No codec key has the id ${kid}`);
  if (data === undefined || data === null || data.length < nonceBytes + tagBytes)
    throw new ValueError('A sealed payload is cut short');
  const decipher = createDecipheriv('aes-256-gcm', named.key, data.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(kid));
  decipher.setAuthTag(data.subarray(data.length - tagBytes));
  return proto.decode(
    Buffer.concat([decipher.update(data.subarray(nonceBytes, data.length - tagBytes)), decipher.final()]),
  );
}

function isSealed(payload: Payload): boolean {
  return textOf(payload.metadata?.['encoding']) === encoding;
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes === null || bytes === undefined ? '' : Buffer.from(bytes).toString();
}
