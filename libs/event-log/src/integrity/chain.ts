import { hash } from 'node:crypto';
import type { Instant } from '@stepway/pathway';
import { quoted } from './canonical.ts';

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
 * SHA-256 over the previous event's hash and `[header, data, metadata]` in canonical form. The data are hashed sealed,
 * so the chain still verifies after a patient's key was erased.
 * @param data,metadata their canonical text, made once for the hash and for the database
 */
export function chainHash(previous: Buffer, header: Chained, data: string, metadata: string): Buffer {
  const content = Buffer.from(`[${headerText(header)},${data},${metadata}]`, 'utf8');
  return hash('sha256', Buffer.concat([previous, content]), 'buffer');
}

/** The canonical form of a header, spelled out: it is made for every event. */
export const headerText = (header: Chained): string =>
  `{"commandId":${quoted(header.commandId)},"episodeId":${quoted(header.episodeId)},"eventId":"${header.eventId}",` +
  `"index":${header.index},"occurredAt":${quoted(header.occurredAt)},"recordedAt":${quoted(header.recordedAt)},` +
  `"schemaVersion":${header.schemaVersion},"type":${quoted(header.type)},"version":${header.version}}`;
