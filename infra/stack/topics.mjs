/**
 * Makes the topics that are not there yet. Needs the compiled libraries.
 * @throws TopicMisconfigured if one is there with other settings
 */
export async function createTopics(brokers) {
  const { careTopicSettings, clinicalInDeadSettings, clinicalInSettings, createMessaging } =
    await import('@stepway/messaging');
  const notices = { debug() {}, warn() {}, error() {} }; // what fails rejects as well
  const messaging = createMessaging({ brokers: brokers.split(','), program: 'stack', notices });
  try {
    await messaging.ensureTopics([careTopicSettings, clinicalInSettings, clinicalInDeadSettings]);
  } finally {
    await messaging.close();
  }
}
