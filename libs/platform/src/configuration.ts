import { join } from 'node:path';
import { z } from 'zod';
import { kafkaProblems, kafkaSettings, kafkaShape, type KafkaSettings } from './kafka-settings.ts';
import { mllpProblems, mllpSettings, mllpShape, type MllpSettings } from './mllp-settings.ts';
import { signInProblems, signInProvider, signInShape, type SignInProvider } from './sign-in-settings.ts';
import { readStack } from './stack.ts';
import { webhookProblems, webhookSettings, webhookShape, type WebhookSettings } from './webhook-settings.ts';

/** What every program of Stepway is told from outside. Read once, at start, and passed on. */
export interface Configuration {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly kafka: KafkaSettings;
  readonly httpPort: number;
  /** Where HL7 v2 is heard. */
  readonly mllp: MllpSettings;
  /** Where messages to partners may go. */
  readonly webhooks: WebhookSettings;
  /** File of sealing and signing keys (`createKeys`). */
  readonly keysFile: string;
  /** Who issues the tokens that the API accepts, and this deployment's name for itself in them. */
  readonly issuer: string;
  /** Names this installation in `ce_source`: `/stepway/<deployment>`. */
  readonly deployment: string;
  readonly session: SessionLimits;
  /** How long a journey of elsewhere stays open to who opened it in an emergency. */
  readonly emergencyMinutes: number;
  /** Where browsers find the API; left out = where it listens on this machine. */
  readonly publicUrl?: string;
  /** Left out: only the terminal's link signs anybody in. */
  readonly signIn?: SignInProvider;
  /** How long what came from outside is kept. */
  readonly inbox: InboxKeeping;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
}

/** In days. */
export interface InboxKeeping {
  /** A message that waits for a person; then its words are erased. */
  readonly quarantineDays: number;
  /** That a message was taken or dismissed; then it would be a new one. */
  readonly knownDays: number;
}

/** How long a browser stays signed in: without anybody doing something, and at most. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Lists every wrong name together, so that one look at the terminal is enough. No value is repeated: it may be a secret. */
export class ConfigurationInvalid extends Error {
  readonly code = 'CONFIGURATION_INVALID';
  readonly names: readonly string[];
  constructor(problems: ReadonlyMap<string, string>) {
    const lines = [...problems].map(([name, why]) => `  ${name}: ${why}`);
    super(`These settings are wrong or missing:\n${lines.join('\n')}`);
    this.name = 'ConfigurationInvalid';
    this.names = [...problems.keys()];
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const hostAndPort = z.string().regex(/^[^\s:]+:\d{1,5}$/, 'expected host:port');
const schema = z.object({
  DATABASE_URL: z
    .string({ error: 'not set, and no local stack was started here (npm start does)' })
    .regex(/^postgres(ql)?:\/\/\S+$/, 'expected postgresql://…'),
  TEMPORAL_ADDRESS: hostAndPort.default('127.0.0.1:7243'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  ...kafkaShape,
  STEPWAY_HTTP_PORT: z.coerce.number({ error: 'expected a port' }).int().min(0).max(65_535).default(4000),
  STEPWAY_KEYS: z.string().min(1).optional(),
  STEPWAY_ISSUER: z.string().min(1).default('https://stepway.local'),
  STEPWAY_DEPLOYMENT: z
    .string()
    .regex(/^[a-z0-9-]{1,63}$/, 'expected small letters, digits and hyphens')
    .default('local'),
  STEPWAY_SESSION_IDLE_MINUTES: z.coerce.number({ error: 'expected minutes' }).min(1).max(1_440).default(30),
  STEPWAY_SESSION_HOURS: z.coerce.number({ error: 'expected hours' }).min(0.1).max(168).default(12),
  STEPWAY_EMERGENCY_MINUTES: z.coerce.number({ error: 'expected minutes' }).min(1).max(720).default(60),
  STEPWAY_QUARANTINE_DAYS: z.coerce.number({ error: 'expected days' }).min(1).max(3_650).default(180),
  STEPWAY_INBOX_KNOWN_DAYS: z.coerce.number({ error: 'expected days' }).min(1).max(3_650).default(400),
  STEPWAY_LOG_LEVEL: z.enum(logLevels).default('info'),
  ...mllpShape,
  ...signInShape,
  ...webhookShape,
});

/**
 * Reads the configuration from the environment; what it lacks comes from `stack.json` of a running local stack.
 * @throws ConfigurationInvalid naming all wrong variables at once.
 */
export function readConfiguration(environment: Environment): Configuration {
  const dataDir = environment['STEPWAY_DATA_DIR'] || '.stepway';
  const parsed = schema.safeParse(withStack(dataDir, withoutEmpty(environment)));
  if (!parsed.success) {
    throw new ConfigurationInvalid(new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])));
  }
  const settings = parsed.data;
  const problems = new Map([
    ...signInProblems(settings),
    ...kafkaProblems(settings),
    ...mllpProblems(settings),
    ...webhookProblems(settings),
  ]);
  if (problems.size > 0) throw new ConfigurationInvalid(problems);
  const signIn = signInProvider(settings);
  return {
    databaseUrl: settings.DATABASE_URL,
    temporal: { address: settings.TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE },
    kafka: kafkaSettings(settings),
    httpPort: settings.STEPWAY_HTTP_PORT,
    mllp: mllpSettings(settings),
    webhooks: webhookSettings(settings),
    keysFile: settings.STEPWAY_KEYS ?? join(dataDir, 'keys.json'),
    issuer: settings.STEPWAY_ISSUER,
    deployment: settings.STEPWAY_DEPLOYMENT,
    session: { idleMinutes: settings.STEPWAY_SESSION_IDLE_MINUTES, hours: settings.STEPWAY_SESSION_HOURS },
    emergencyMinutes: settings.STEPWAY_EMERGENCY_MINUTES,
    ...(settings.STEPWAY_PUBLIC_URL !== undefined && { publicUrl: settings.STEPWAY_PUBLIC_URL }),
    ...(signIn && { signIn }),
    inbox: { quarantineDays: settings.STEPWAY_QUARANTINE_DAYS, knownDays: settings.STEPWAY_INBOX_KNOWN_DAYS },
    dataDir,
    logLevel: settings.STEPWAY_LOG_LEVEL,
  };
}

/** Who names a Kafka of his own does not mean to come to it as one comes to that of the stack. */
function withStack(dataDir: string, environment: Environment): Environment {
  const stack = Object.entries(readStack(dataDir)).filter(
    ([name]) => environment['KAFKA_BROKERS'] === undefined || !name.startsWith('STEPWAY_KAFKA_'),
  );
  return { ...Object.fromEntries(stack), ...environment };
}

/** In a shell or a compose file `NAME=` means "not set". */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/** Where the API is found from outside, without a slash at the end. */
export function publicAddress({ publicUrl, httpPort }: Pick<Configuration, 'publicUrl' | 'httpPort'>): string {
  return publicUrl === undefined ? `http://127.0.0.1:${httpPort}` : new URL(publicUrl).origin;
}
