import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const stackFile = z.object({
  http: z.string().optional(),
  postgres: z.string().optional(),
  temporal: z.string().optional(),
  kafka: z.string().optional(),
  kafkaPartners: z.string().optional(),
  kafkaCredentials: z.object({ mechanism: z.string(), username: z.string(), passwordFile: z.string() }).optional(),
});

/** The addresses of the local stack in use, by the names of the environment variables; empty when none runs here. */
export function readStack(dataDir: string): Readonly<Record<string, string>> {
  const file = join(dataDir, 'stack.json');
  if (!existsSync(file)) return {};
  const stack = stackFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!stack.success) return {}; // written by another version: the environment has the word
  const { http, postgres, temporal, kafka, kafkaPartners, kafkaCredentials } = stack.data;
  const port = http === undefined ? undefined : new URL(http).port;
  return Object.fromEntries(
    Object.entries({
      DATABASE_URL: postgres,
      TEMPORAL_ADDRESS: temporal,
      KAFKA_BROKERS: kafka,
      STEPWAY_KAFKA_PARTNER_BROKERS: kafkaPartners,
      STEPWAY_KAFKA_MECHANISM: kafkaCredentials?.mechanism,
      STEPWAY_KAFKA_USERNAME: kafkaCredentials?.username,
      STEPWAY_KAFKA_PASSWORD_FILE: kafkaCredentials?.passwordFile,
      STEPWAY_HTTP_PORT: port,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
