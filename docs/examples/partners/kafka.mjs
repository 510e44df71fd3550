// node kafka.mjs <partner>: what a partner is told, one line of JSON for each event, until Ctrl-C.
import { Kafka } from 'kafkajs';
import { cluster } from './cluster.mjs';

const [partner] = process.argv.slice(2);
const consumer = new Kafka(cluster).consumer({ groupId: `stepway.partner.${partner}.${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topic: `stepway.partner.${partner}.v1`, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message: { headers, value } }) => {
    const attributes = Object.entries(headers).map(([name, text]) => [name.replace(/^ce_/, ''), text.toString()]);
    console.log(JSON.stringify({ ...Object.fromEntries(attributes), data: JSON.parse(value.toString()) }));
  },
});
