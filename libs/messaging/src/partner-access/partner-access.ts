import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import {
  Admin,
  alterUserScramCredentialsV0,
  ConnectionPool,
  SASLMechanisms,
  ScramMechanisms,
  type SASLOptions,
} from '@platformatic/kafka';
import { passwordOf, tlsOf, type KafkaAccess } from '../kafka-access.ts';

/** Asked for by a program that does it once: it connects, asks, and lets go. kafkajs knows neither of both requests. */
export interface NewCredentials {
  readonly username: string;
  readonly password: string;
  /** What this reader may fetch in a second; the broker slows down who asks for more. */
  readonly bytesPerSecond: number;
}

/** Of SCRAM-SHA-512; Kafka asks for 4,096 at least. The password is random, so that more would not make it safer. */
const iterations = 4_096;
const keyBytes = 64;

/**
 * Gives a user of SCRAM-SHA-512 this password in place of any before, and its quota. The cluster learns the salted key
 * only. Connections under an old password end when the broker asks again (`connections.max.reauth.ms`).
 * @throws what the cluster refuses, as where the program may not alter it
 */
export async function setCredentials(access: KafkaAccess, credentials: NewCredentials): Promise<void> {
  await setPassword(access, credentials);
  const { username, bytesPerSecond } = credentials;
  const admin = new Admin({ clientId, bootstrapBrokers: [...access.brokers], ...connectionSettings(access) });
  try {
    await admin.alterClientQuotas({
      entries: [
        {
          entities: [{ entityType: 'user', entityName: username }],
          ops: [{ key: 'consumer_byte_rate', value: bytesPerSecond, remove: false }],
        },
      ],
    });
  } finally {
    await admin.close();
  }
}

async function setPassword(access: KafkaAccess, { username, password }: NewCredentials): Promise<void> {
  const salt = randomBytes(32);
  const saltedPassword = await promisify(pbkdf2)(password, salt, iterations, keyBytes, 'sha512');
  const user = { name: username, mechanism: ScramMechanisms.SCRAM_SHA_512, iterations, salt, saltedPassword };
  const pool = new ConnectionPool(clientId, connectionSettings(access));
  try {
    const connection = await pool.getFirstAvailable(access.brokers.map(brokerAt));
    await alterUserScramCredentialsV0.api.async(connection, [], [user]);
  } finally {
    await pool.close();
  }
}

const clientId = 'stepway-partner-access';

function connectionSettings({ credentials, tls }: KafkaAccess): { readonly sasl?: SASLOptions; readonly tls?: object } {
  return {
    ...(credentials && {
      sasl: {
        mechanism: mechanisms[credentials.mechanism],
        username: credentials.username,
        password: passwordOf(credentials),
      },
    }),
    ...(tls && { tls: tlsOf(tls) }),
  };
}

const mechanisms = {
  plain: SASLMechanisms.PLAIN,
  'scram-sha-256': SASLMechanisms.SCRAM_SHA_256,
  'scram-sha-512': SASLMechanisms.SCRAM_SHA_512,
} as const;

function brokerAt(address: string): { host: string; port: number } {
  const { hostname: host, port } = new URL(`kafka://${address}`);
  return { host, port: Number(port) };
}
