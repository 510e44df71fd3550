import { readFileSync } from 'node:fs';
import { askServerHost, text } from './ask-server-host.ts';

/** A real broker and as whom the house comes to it: `KafkaAccess` of the messaging library. */
export interface TestKafka {
  readonly brokers: readonly [string];
  /** Where partners come to it. */
  readonly partnerBrokers: readonly [string];
  readonly credentials: { readonly mechanism: 'plain'; readonly username: string; readonly passwordFile: string };
}

/** One broker, shared by the specs of one run: make topics, groups and users of your own names. */
export async function testKafka(): Promise<TestKafka> {
  const answer = await askServerHost('kafka');
  return {
    brokers: [text(answer, 'brokers')],
    partnerBrokers: [text(answer, 'partnerBrokers')],
    credentials: {
      ...{ mechanism: 'plain', username: text(answer, 'username') },
      passwordFile: text(answer, 'passwordFile'),
    },
  };
}

/** The same for a plain client (kafkajs). */
export function plainClient({ brokers, credentials: { mechanism, username, passwordFile } }: TestKafka) {
  return { brokers: [...brokers], sasl: { mechanism, username, password: readFileSync(passwordFile, 'utf8') } };
}
