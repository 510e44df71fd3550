import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isLoopback } from './mllp-settings.ts';

/** Where Kafka is, and as whom the programs come to it. */
export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Where partners come to it, if that is not where the programs do. */
  readonly partnerBrokers?: readonly string[];
  /** Left out: the cluster asks nobody who they are. */
  readonly credentials?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    /** Holds the password alone. */
    readonly passwordFile: string;
  };
  /** Left out: no TLS. Without a file (PEM) the authorities that Node knows. */
  readonly tls?: { readonly caFile?: string };
}

const hostAndPort = z.string().regex(/^[^\s:]+:\d{1,5}$/, 'expected host:port');
const brokers = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(hostAndPort).min(1));

export const kafkaShape = {
  KAFKA_BROKERS: brokers.prefault('127.0.0.1:9192'),
  STEPWAY_KAFKA_PARTNER_BROKERS: brokers.optional(),
  STEPWAY_KAFKA_USERNAME: z.string().min(1).optional(),
  STEPWAY_KAFKA_PASSWORD_FILE: z.string().min(1).optional(),
  STEPWAY_KAFKA_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).default('scram-sha-512'),
  STEPWAY_KAFKA_TLS: z.enum(['on'], 'expected on').optional(),
  STEPWAY_KAFKA_TLS_CA: z.string().min(1).optional(),
};
type Settings = z.output<z.ZodObject<typeof kafkaShape>>;

/** What is missing or wrong when the settings are looked at together, by the name of the variable. */
export function kafkaProblems(settings: Settings): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  const { STEPWAY_KAFKA_USERNAME: username, STEPWAY_KAFKA_PASSWORD_FILE: file, STEPWAY_KAFKA_TLS: tls } = settings;
  if (username !== undefined && file === undefined)
    problems.set('STEPWAY_KAFKA_PASSWORD_FILE', 'not set, though STEPWAY_KAFKA_USERNAME is');
  if (username === undefined && file !== undefined)
    problems.set('STEPWAY_KAFKA_USERNAME', 'not set, though STEPWAY_KAFKA_PASSWORD_FILE is');
  if (file !== undefined && !holdsText(file))
    problems.set('STEPWAY_KAFKA_PASSWORD_FILE', 'not a file that this user can read, or an empty one');
  if (settings.STEPWAY_KAFKA_TLS_CA !== undefined && tls === undefined)
    problems.set('STEPWAY_KAFKA_TLS', 'not set, though STEPWAY_KAFKA_TLS_CA is');
  const goesOut = settings.KAFKA_BROKERS.some((address) => !isLoopback(address.replace(/:\d+$/, '')));
  if (username !== undefined && settings.STEPWAY_KAFKA_MECHANISM === 'plain' && tls === undefined && goesOut)
    problems.set('STEPWAY_KAFKA_TLS', 'not set, and plain would send the password readable beyond this machine');
  return problems;
}

export function kafkaSettings(settings: Settings): KafkaSettings {
  const { STEPWAY_KAFKA_USERNAME: username, STEPWAY_KAFKA_PASSWORD_FILE: passwordFile } = settings;
  const { STEPWAY_KAFKA_MECHANISM: mechanism, STEPWAY_KAFKA_TLS_CA: caFile } = settings;
  const { STEPWAY_KAFKA_PARTNER_BROKERS: partnerBrokers } = settings;
  return {
    brokers: settings.KAFKA_BROKERS,
    ...(partnerBrokers && { partnerBrokers }),
    ...(username !== undefined && passwordFile !== undefined && { credentials: { mechanism, username, passwordFile } }),
    ...(settings.STEPWAY_KAFKA_TLS !== undefined && { tls: caFile === undefined ? {} : { caFile } }),
  };
}

function holdsText(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
