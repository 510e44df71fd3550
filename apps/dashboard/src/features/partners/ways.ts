interface Towards {
  readonly partnerId: string;
  readonly topic: string;
  /** Of the API, without a slash at the end. */
  readonly address: string;
}

const script = (name: string): string => `docs/examples/partners/${name}.mjs`;
/** What is typed is the same in every language. */
const typed = (...words: readonly string[]): string => words.join(' ');

/** Ways to connect, each with what is typed; the scripts are those of docs/examples/partners. */
export const ways = ({ partnerId, topic, address }: Towards) =>
  [
    { way: 'topic', lines: topic },
    { way: 'credentials', lines: typed('npm', 'run', '-s', 'stepway', '--', 'partners', 'kafka', partnerId) },
    { way: 'kafka', lines: typed('node', script('kafka'), partnerId) },
    { way: 'typed', lines: typed('node', script('typed'), partnerId) },
    {
      way: 'console',
      lines: typed(
        ...[
          'kafka-console-consumer.sh',
          '--bootstrap-server',
          '$STEPWAY_PARTNER_KAFKA',
          '--command-config',
          'partner.properties',
        ],
        ...['--group', topic.replace(/v1$/, 'console'), '--topic', topic, '--from-beginning'],
        ...['--formatter-property', 'print.key=true', '--formatter-property', 'print.headers=true'],
      ),
    },
    { way: 'webhook', lines: typed('STEPWAY_WEBHOOK_SECRET=whsec_…', 'node', script('webhook'), '8443') },
    { way: 'token', lines: typed('POST', `${address}/fhir/token`) },
    { way: 'contracts', lines: `${address}/asyncapi.json\n${address}/schemas/stepway.partner.message.v1.json` },
  ] as const;
