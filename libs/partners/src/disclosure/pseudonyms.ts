import { createHmac } from 'node:crypto';

/** What stands for our ids towards one partner. Without its key nobody can go back, or from one partner to another. */
export interface Pseudonyms {
  /** Of a journey: the subject of its events. */
  subject(episodeId: string): string;
  /** Of an id within a journey: an event, a move, a specimen, a consent. The same id has the same reference. */
  reference(episodeId: string, id: string): string;
  /** The data of an event with a reference in the place of each id. */
  ofData(episodeId: string, data: object): Readonly<Record<string, unknown>>;
}

/** @param key 32 bytes, of this partner alone */
export function createPseudonyms(key: Buffer): Pseudonyms {
  const reference = (episodeId: string, id: string): string => uuidOf(key, ['reference', episodeId, id]);
  const replaced = (episodeId: string, name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => replaced(episodeId, name, each));
    if (typeof value === 'string') return isId(name) ? reference(episodeId, value) : value;
    return typeof value === 'object' && value !== null ? ofData(episodeId, value) : value;
  };
  const ofData = (episodeId: string, data: object): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, replaced(episodeId, name, value)]));
  return { subject: (episodeId) => uuidOf(key, ['journey', episodeId]), reference, ofData };
}

/** Sites are named to everybody alike; every other id tells of a person. */
const isId = (name: string): boolean => (/Ids?$/.test(name) && name !== 'siteId') || name === 'replaces';

/** HMAC-SHA256 in the form of a UUID of version 8 (RFC 9562): 122 of its bits. */
function uuidOf(key: Buffer, parts: readonly string[]): string {
  const bytes = createHmac('sha256', key).update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
