import { randomBytes } from 'node:crypto';
import { Partner } from '@stepway/contracts';
import { partnerTopic } from '@stepway/contracts/names';
import { createMessaging, partnerBytesPerSecond, partnerReader } from '@stepway/messaging';
import { openPartners } from '@stepway/partners';
import { readRegistrations } from '../read-registrations.ts';
import type { Stack } from '../stack.ts';

/** What a partner needs to come to Kafka; the password is nowhere else. */
export interface KafkaCredentials {
  readonly brokers: string;
  readonly mechanism: 'scram-sha-512';
  readonly username: string;
  readonly password: string;
  readonly topic: string;
  /** Its groups' ids begin with it. */
  readonly groupPrefix: string;
}

/**
 * Gives a registered partner a password for Kafka, in place of any before; and its quota, and leave to read its own.
 * @throws PartnerNotActive; what the cluster refuses
 */
export async function giveKafkaCredentials(
  { pool, privacy, configuration: { kafka }, logger }: Stack,
  partnerId: string,
): Promise<KafkaCredentials> {
  const { registrations } = openPartners({ pool, seal: privacy.partnerKeys });
  if ((await registrations.find(partnerId))?.partner.active !== true) throw new PartnerNotActive(partnerId);
  const reader = partnerReader(partnerId);
  const { username, prefix: groupPrefix } = reader;
  const password = randomBytes(32).toString('base64url');
  const messaging = createMessaging({ kafka, program: 'partners', notices: logger });
  try {
    await messaging.allowReading(reader);
  } finally {
    await messaging.close();
  }
  // Needed by no other command, and slow to load.
  const { setCredentials } = await import('@stepway/messaging/partner-access');
  await setCredentials(kafka, { username, password, bytesPerSecond: partnerBytesPerSecond });
  const brokers = (kafka.partnerBrokers ?? kafka.brokers).join(',');
  return { brokers, mechanism: 'scram-sha-512', username, password, topic: partnerTopic(partnerId), groupPrefix };
}

/** The same as variables of a shell, as docs/examples/partners read them; by other names than those of our own programs. */
export const credentialsInWords = ({ brokers, username, password }: KafkaCredentials): string =>
  [
    `export STEPWAY_PARTNER_KAFKA=${brokers}`,
    `export STEPWAY_PARTNER_KAFKA_USERNAME=${username}`,
    `export STEPWAY_PARTNER_KAFKA_PASSWORD=${password}`,
  ].join('\n');

export class PartnerNotActive extends Error {
  readonly code = 'PARTNER_NOT_ACTIVE';
  constructor(partnerId: string) {
    super(`${partnerId} is not registered, or not active: nothing is told there`);
    this.name = 'PartnerNotActive';
  }
}

/**
 * Registers who is told what a consent allows, or changes it. Those whom the file does not name stay as they are.
 * @param onlyNew those who are registered already stay as they are, however the file has them
 * @throws RegistrationsInvalid, FileUnreadable
 */
export async function setPartners(
  { pool, privacy }: Pick<Stack, 'pool' | 'privacy'>,
  file: string,
  { onlyNew }: { readonly onlyNew: boolean },
): Promise<number> {
  const { registrations } = openPartners({ pool, seal: privacy.partnerKeys });
  const known = new Set((await registrations.all()).map(({ partner }) => partner.partnerId));
  const wanted = readRegistrations(file, 'partners', Partner).filter(
    ({ partnerId }) => !onlyNew || !known.has(partnerId),
  );
  for (const partner of wanted) await registrations.set(partner, 'stepway');
  return wanted.length;
}
