import { hash } from 'node:crypto';
import type { Instant } from '@stepway/pathway';
import { canonical } from './canonical.ts';

/** Where a journey's stream stands: what a writer must have seen to add to it. */
export interface StreamHead {
  /** Events so far. */
  readonly version: number;
  /** Hash of the last event, 32 bytes. */
  readonly hash: Buffer;
}

/** The head of a journey that has no events yet. */
export const emptyStream: StreamHead = { version: 0, hash: Buffer.alloc(32) };

/** All of an event that the chain covers: its header and its (sealed) data. */
export interface Chained {
  readonly episodeId: string;
  readonly version: number;
  readonly eventId: string;
  readonly commandId: string;
  readonly index: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * SHA-256 over the previous event's hash and this event in canonical form. The data are hashed sealed, so the chain
 * still verifies after a patient's key was erased.
 * @param data,metadata their canonical text, made once for the hash and for the database
 */
export function chainHash(previous: Buffer, header: Chained, data: string, metadata: string): Buffer {
  const content = `[${canonical(header)},${data},${metadata}]`;
  return hash('sha256', Buffer.concat([previous, Buffer.from(content, 'utf8')]), 'buffer');
}
