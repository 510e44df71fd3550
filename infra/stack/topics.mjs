import { kafkaEnvironment } from './programs.mjs';

/**
 * Makes the topics that are not there yet. Needs the compiled libraries.
 * @throws TopicMisconfigured if one is there with other settings
 */
export async function createTopics(servers) {
  const { careTopicSettings, clinicalInDeadSettings, clinicalInSettings, createMessaging } =
    await import('@stepway/messaging');
  const { readConfiguration } = await import('@stepway/platform');
  const { kafka } = readConfiguration({
    ...{ ...process.env, DATABASE_URL: servers.postgres, KAFKA_BROKERS: servers.kafka },
    ...kafkaEnvironment(servers),
  });
  const notices = { debug() {}, warn() {}, error() {} }; // what fails rejects as well
  const messaging = createMessaging({ kafka, program: 'stack', notices });
  try {
    await messaging.ensureTopics([careTopicSettings, clinicalInSettings, clinicalInDeadSettings]);
  } finally {
    await messaging.close();
  }
}
