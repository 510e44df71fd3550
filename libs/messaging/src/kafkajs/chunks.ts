import type { Message } from '../messaging.ts';

/** A broker takes at most 1 MiB for each partition of a request; all records of a chunk could go to one partition. */
const maxBytes = 900_000;

/** Cuts messages, in order, into pieces that a broker takes whatever partitions they go to. */
export function chunksBySize(messages: readonly Message[]): readonly (readonly Message[])[] {
  const chunks: Message[][] = [];
  let room = 0;
  for (const message of messages) {
    const size = sizeOf(message);
    const last = chunks.at(-1);
    if (last === undefined || size > room) {
      chunks.push([message]);
      room = maxBytes - size;
    } else {
      last.push(message);
      room -= size;
    }
  }
  return chunks;
}

/** Whether a broker takes it at all, as far as its own settings do not say otherwise. */
export const fitsARecord = (message: Message): boolean => sizeOf(message) <= maxBytes;

function sizeOf({ key, value, headers }: Message): number {
  const ofHeaders = Object.entries(headers).reduce((sum, [name, text]) => sum + bytesIn(name) + bytesIn(text) + 10, 0);
  return bytesIn(key) + value.length + ofHeaders + 100;
}

const bytesIn = (text: string): number => Buffer.byteLength(text, 'utf8');
