import { randomBytes } from 'node:crypto';
import { partnerTopic } from '@stepway/contracts/names';
import { plainClient, testKafka } from '@stepway/test-support';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { PartnerEvent } from './partner-events.ts';
import { readPartnerStream } from './partner-stream.ts';

const partnerId = `spec-${randomBytes(6).toString('hex')}`;
const topic = partnerTopic(partnerId);
const settings = async () => ({ ...plainClient(await testKafka()), logLevel: logLevel.NOTHING });
let kafka: Kafka;
beforeAll(async () => {
  kafka = new Kafka(await settings());
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
  await admin.disconnect();
});

const record = (subject: string, sequence: number, value = '{"level":"iop"}') => ({
  key: subject,
  value,
  headers: {
    ...{ ce_specversion: '1.0', ce_id: `${subject}-${sequence}`, ce_source: '/stepway/spec', ce_subject: subject },
    ...{ ce_type: 'stepway.partner.admitted.v1', ce_time: '2026-11-20T09:10:00.000Z', ce_consentversion: '1' },
    ...{ ce_sequence: String(sequence).padStart(10, '0'), ce_position: String(sequence) },
  },
});

describe('the stream of a partner', () => {
  it('gives each event once and in order, tries again what was not taken, and leaves out what is none', async () => {
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const messages = [
      record('ada', 1),
      record('ada', 1),
      record('ada', 2, 'no JSON'),
      record('ada', 3),
      record('ben', 1),
    ];
    await producer.send({ topic, messages });
    await producer.disconnect();

    const read: PartnerEvent[] = [];
    const unreadable: string[] = [];
    const all = Promise.withResolvers<void>();
    let failures = 1;
    const stream = await readPartnerStream({
      ...{ partnerId, kafka: await settings(), onUnreadable: ({ message }) => unreadable.push(message) },
      handle: async (event) => {
        if (event.id === 'ada-3' && failures-- > 0) throw new Error('the reader’s database is away');
        read.push(event);
        if (read.length === 3) all.resolve();
      },
    });
    await all.promise;
    await stream.stop();
    const of = (subject: string) => read.filter((event) => event.subject === subject).map(({ id }) => id);
    expect([of('ada'), of('ben')]).toEqual([['ada-1', 'ada-3'], ['ben-1']]);
    expect(read[0]).toMatchObject({ event: 'Admitted', data: { level: 'iop' }, consentversion: 1 });
    expect(unreadable[0]).toBe('This is no partner event: its value is not JSON');
  });
});
