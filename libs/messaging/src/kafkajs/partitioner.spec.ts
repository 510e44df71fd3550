import { Partitioners } from 'kafkajs';

const partitioner = Partitioners.DefaultPartitioner();
const partitionMetadata = Array.from({ length: 12 }, (_, partitionId) => ({
  partitionErrorCode: 0,
  partitionId,
  leader: 0,
  replicas: [0],
  isr: [0],
}));

// The hashes are those of the tests of Kafka's own Java client (murmur2); partition = (hash & 0x7fffffff) % 12.
describe('the partition of a key, of twelve', () => {
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ])('of %s is the one that every Java client would choose', (key, hash) => {
    const topic = 'stepway.care.v1';
    expect(partitioner({ topic, partitionMetadata, message: { key, value: null } })).toBe((hash & 0x7fffffff) % 12);
  });
});
