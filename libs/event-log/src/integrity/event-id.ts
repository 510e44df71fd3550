import { hash } from 'node:crypto';

/** The namespace of Stepway's event ids: a random UUID, fixed for ever. */
const namespace = Buffer.from('5b1f0c8e7a3d4e6fb0c2d4e6f8091a2b', 'hex');

/**
 * The id of the n-th event (from 0) that a command writes: a name-based UUID (version 5, RFC 9562) of episode,
 * command and place. No clock, no chance: a retry gives the same id.
 */
export function eventId(episodeId: string, commandId: string, index: number): string {
  // An episode id has no slash and the index is digits, so no two triples give one name.
  const name = Buffer.from(`${episodeId}/${commandId}/${index}`, 'utf8');
  const hex = hash('sha1', Buffer.concat([namespace, name]), 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
