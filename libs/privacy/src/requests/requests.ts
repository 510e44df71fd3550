import { createHmac, type KeyObject } from 'node:crypto';
import type { PatientKeys } from '../sealing/patient-keys.ts';
import { canonicalJson } from './canonical.ts';

/** Who asked, and by which idempotency key. The key may hold anything, so only its HMAC is kept or passed on. */
export interface RequestKey {
  readonly caller: string;
  readonly idempotencyKey: string;
}

export interface Requests {
  /** The command id: the same caller and key give the same id. 32 characters of base64url. */
  commandId(request: RequestKey): string;
  /** The id of what a request creates, so that a retry finds the same one: a UUID (version 8). */
  derivedId(kind: 'patient' | 'episode', request: RequestKey): string;
  /**
   * Tells the same body from another, under the key of its patient: a plain hash of a name would outlive erasure.
   * Hash the body as it came, before defaults are filled in.
   */
  bodyHash(patientId: string, body: unknown): Promise<Buffer>;
}

export function createRequests(commandHash: KeyObject, keys: PatientKeys): Requests {
  const digest = (purpose: string, { caller, idempotencyKey }: RequestKey): Buffer =>
    hmac(commandHash, JSON.stringify([purpose, caller, idempotencyKey]));
  return {
    commandId: (request) => digest('command', request).subarray(0, 24).toString('base64url'),
    derivedId: (kind, request) => uuidOf(digest(kind, request)),
    bodyHash: async (patientId, body) => bodyHash((await keys.of(patientId)).key, body),
  };
}

export function bodyHash(patientKey: KeyObject, body: unknown): Buffer {
  return hmac(patientKey, JSON.stringify(['request', canonicalJson(body)]));
}

function hmac(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** RFC 9562, version 8: bits of one's own making. */
function uuidOf(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
