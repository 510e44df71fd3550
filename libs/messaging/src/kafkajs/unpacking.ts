import { promisify } from 'node:util';
import { gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';
import { notUnpacked } from '../messaging.ts';

const { CompressionCodecs, CompressionTypes } = kafkajs; // CommonJS: Node sees only some of its names

/** A batch of records may unpack to so many bytes: sixteen times what a broker takes of a packed one. */
export const largestUnpacked = 16_777_216;
/** All batches of one fetch together: the others are fetched again. */
const mostOfAFetch = 4 * largestUnpacked;
/** kafkajs hands the records of a batch on as the arguments of one call: with more of them the call fails. */
const mostRecords = 50_000;

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

let left = mostOfAFetch;
/** A fetch begins. */
export const beginUnpacking = (): void => void (left = mostOfAFetch);

/**
 * kafkajs unpacks whatever comes, however large it becomes, and where it knows no way to unpack it reads nothing of any
 * partition again. Here a batch that is too large, broken, or packed in a way that Node does not know becomes as many
 * records as it holds, each with nothing in it but the mark: its place is known, and the partition goes on.
 * The codecs of kafkajs are of the whole process.
 */
export function limitUnpacking(): void {
  CompressionCodecs[CompressionTypes.GZIP] = () => codec(promisify(gunzip), promisify(gzip));
  CompressionCodecs[CompressionTypes.ZSTD] = () => codec(promisify(zstdDecompress), promisify(zstdCompress));
  CompressionCodecs[CompressionTypes.LZ4] = () => codec(unknownWay, unknownWay);
  CompressionCodecs[CompressionTypes.Snappy] = () => codec(unknownWay, unknownWay);
}

const unknownWay = (): Promise<never> => Promise.reject(new Error('There is no way to pack or unpack so'));

const codec = (unpack: Unpack, pack: (bytes: Buffer) => Promise<Buffer>) => ({
  compress: ({ buffer }: { readonly buffer: Buffer }) => pack(buffer),
  decompress: async (bytes: Buffer): Promise<Buffer> => {
    const count = recordsIn(bytes);
    if (count > mostRecords) throw new HeldBack();
    const unpacked = await unpack(bytes, { maxOutputLength: largestUnpacked }).catch(() => marks(count));
    left -= unpacked.length;
    if (left < 0) throw new HeldBack();
    return unpacked;
  },
});

/** By this name kafkajs takes a batch for cut off: it goes on with those before it, and fetches this one again. */
class HeldBack extends Error {
  override readonly name = 'KafkaJSPartialMessageError';
}

/** Bytes from the end of a batch's header (message format 2), which stands before what is packed. */
const before = { count: 4, lastOffset: 38, magic: 45 };

/** How many records a batch says that it holds; a broker has checked it. */
function recordsIn({ buffer, byteOffset }: Buffer): number {
  if (byteOffset < before.magic) throw new Error('These are not the records of a batch');
  const header = new DataView(buffer, byteOffset - before.magic, before.magic);
  const count = header.getInt32(before.magic - before.count);
  const isBatch = header.getInt8(0) === 2 && header.getInt32(before.magic - before.lastOffset) + 1 === count;
  if (!isBatch) throw new Error('These are not the records of a batch');
  return count;
}

/** Records with neither key nor value. */
const marks = (count: number): Buffer =>
  Buffer.concat(
    Array.from({ length: count }, (_, offset) => {
      const name = Buffer.from(notUnpacked);
      // Attributes, time; place; no key, no value; one header with an empty value.
      const record = Buffer.concat([
        Buffer.of(0, 0, ...varint(offset), ...varint(-1), ...varint(-1), ...varint(1), ...varint(name.length)),
        name,
        Buffer.of(...varint(0)),
      ]);
      return Buffer.concat([Buffer.of(...varint(record.length)), record]);
    }),
  );

/** A whole number as Kafka writes it: zigzag, seven bits to a byte. */
function varint(number: number): readonly number[] {
  const bytes: number[] = [];
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}
