import { createCipheriv, createDecipheriv, createHmac, randomBytes, type KeyObject } from 'node:crypto';
import type { Sealed } from '@stepway/pathway';
import { SealBroken } from '../errors.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** Where a sealed text belongs. It cannot be opened elsewhere: a text moved to another place is refused. */
export interface SealContext {
  /** The episode of a command, or the patient of an identity. */
  readonly owner: string;
  readonly commandId: string;
  /** The name of the property that holds it; the same in command and event: `reason`, `text`, `evidence`, … */
  readonly field: string;
}

/** AES-256-GCM with a random 96-bit nonce: `<kid>.<nonce>.<ciphertext and tag>`, base64url. */
export function sealText(kid: string, key: KeyObject, text: string, context: SealContext): Sealed {
  const { nonce, sealed } = encrypt(key, Buffer.from(text, 'utf8'), additionalData(context));
  return { sealed: `${kid}.${nonce.toString('base64url')}.${sealed.toString('base64url')}` };
}

/** @throws SealBroken if a byte was changed, or the text belongs elsewhere. */
export function openText(key: KeyObject, { sealed }: Sealed, context: SealContext): string {
  const [kid, nonce, ciphertext] = sealed.split('.');
  if (kid === undefined || nonce === undefined || ciphertext === undefined) throw new SealBroken('unknown');
  const from = (part: string): Buffer => Buffer.from(part, 'base64url');
  return decrypt(kid, key, from(nonce), from(ciphertext), additionalData(context)).toString('utf8');
}

/** The id of the key that opens it. */
export const kidOf = ({ sealed }: Sealed): string => sealed.slice(0, sealed.indexOf('.'));

/**
 * Tells words from other words of the same place while they are sealed: 128 bits of HMAC-SHA256 under the patient's
 * key. Without the key nobody can try words against it, and with the key it is erased; equal fingerprints show only
 * that the same was said twice of the same thing.
 */
export function fingerprintOf(key: KeyObject, owner: string, parts: readonly string[]): string {
  const text = JSON.stringify(['fingerprint', owner, ...parts]);
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
}

/** A key wrapped by another: nonce, ciphertext and tag in one piece. */
export function wrapKey(root: KeyObject, bytes: Buffer, boundTo: string): Buffer {
  const { nonce, sealed } = encrypt(root, bytes, Buffer.from(boundTo));
  return Buffer.concat([nonce, sealed]);
}

export function unwrapKey(kid: string, root: KeyObject, wrapped: Buffer, boundTo: string): Buffer {
  return decrypt(kid, root, wrapped.subarray(0, nonceBytes), wrapped.subarray(nonceBytes), Buffer.from(boundTo));
}

function additionalData({ owner, commandId, field }: SealContext): Buffer {
  return Buffer.from(JSON.stringify([owner, commandId, field])); // JSON, so that no two contexts read the same
}

function encrypt(key: KeyObject, plain: Buffer, boundTo: Buffer): { nonce: Buffer; sealed: Buffer } {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo);
  return { nonce, sealed: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
}

function decrypt(kid: string, key: KeyObject, nonce: Buffer, sealed: Buffer, boundTo: Buffer): Buffer {
  if (nonce.length !== nonceBytes || sealed.length < tagBytes) throw new SealBroken(kid);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(boundTo);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealBroken(kid, { cause });
  }
}
