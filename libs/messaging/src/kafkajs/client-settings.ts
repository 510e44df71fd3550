import type { KafkaConfig } from 'kafkajs';
import { passwordOf, tlsOf, type KafkaAccess } from '../kafka-access.ts';

/** What kafkajs is told of a cluster and of who comes to it. */
export function clientSettings({ brokers, credentials, tls }: KafkaAccess): KafkaConfig {
  return {
    brokers: [...brokers],
    ...(credentials && {
      sasl: {
        mechanism: credentials.mechanism,
        username: credentials.username,
        password: passwordOf(credentials),
      } as NonNullable<KafkaConfig['sasl']>, // its type asks which of the three it is, though they are alike
    }),
    ...(tls && { ssl: tlsOf(tls) }),
  };
}
