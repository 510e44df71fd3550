/** The screen of who outside is told what people consented to. */
export const partners = {
  whole: 'the partners',
  none: 'Nobody outside is told anything',
  howToRegister:
    'A partner is registered with “stepway partners set” and a file, or through the API. From then on they are told what each person consents to for them.',
  rule: 'At the moment when something happens, a partner is told of a person what that person has consented to for this recipient and this purpose, and nothing else. When a consent ends, so does the telling. Everything told is accounted for.',
  ended: '{{partnerId}}, is told nothing any more',
  recipient: 'Named in consents as',
  purpose: 'What for',
  sites: 'People of',
  everySite: 'every site',
  lag: 'Behind',
  troubleSince: 'Cannot be reached since',
  delivered: 'Events told',
  lastDelivery: 'Last told',
  nothingYet: 'nothing yet',
  toldOf: 'May be told of, as far as a consent covers it',
  onlyFields: 'only {{fields}}',
  replays: 'Asked to be told again',
  replay: {
    asked: 'asked {{ago}}',
    waits: 'not begun',
    runs: 'under way: {{share}} looked at',
    done: 'done',
    told: 'events told: {{events}}',
  },
  connect: {
    title: 'How to connect in ten minutes',
    topic: 'Topic; the key is the partner’s own pseudonym of the person',
    credentials:
      'Name, password and address for Kafka: whoever runs this system prints them, once; said again, the password before holds no longer',
    kafka: 'With a plain Kafka client',
    typed: 'With the typed client, which drops what comes twice',
    console: 'With the console tool of Kafka',
    webhook: 'As a receiver of webhooks, with the secret of the endpoint',
    token: 'For HTTP: a signed assertion for a token of five minutes (SMART Backend Services)',
    contracts: 'What is sent: AsyncAPI and JSON Schemas, open to all',
    readers:
      'Events come at least once, in order for each person: drop a subject, sequence and id that you have. An event may gain optional fields at any time; whatever would break a reader comes as another version beside it.',
    never:
      'Never in it: names, contacts, record numbers, anybody’s words, our own ids, and anything of somebody who did not consent to it.',
  },
} as const;
