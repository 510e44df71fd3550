import { createClient, replayPartnerEvents, type StepwayClient } from '@stepway/client';
import { partnerEventTypes } from '@stepway/contracts';
import { partnerTopic } from '@stepway/contracts/names';
import { plainClient, type Stack } from '@stepway/test-support';
import { hoursAgo, type Clinic } from '../clinic/clinic.ts';
import { PartnerSide, type Came } from '../clinic/partner-side.ts';
import { until } from '../clinic/until.ts';

const partners = [
  { partnerId: 'canary-housing', recipientId: 'harbour-house', purpose: 'housing' },
  { partnerId: 'canary-plan', recipientId: 'plan-1', purpose: 'payment' },
] as const;
const resources = [
  ...['Patient', 'EpisodeOfCare', 'CarePlan', 'Goal', 'Encounter', 'Observation', 'MedicationStatement', 'Task'],
  ...['Flag', 'Consent', 'Provenance', 'AuditEvent'],
];

/** Whatever reached a partner, by the way by which it came: each answer, message and record with every byte. */
export type Reached = ReadonlyMap<'topics' | 'replays' | 'webhooks' | 'HTTP' | 'FHIR', readonly string[]>;

/**
 * Two partners who ask for every event, one of them with a webhook, and a person who consents to tell them everything:
 * what is looked for in what they get would be found, had it been sent.
 */
export class Partners {
  private constructor(
    private readonly stack: Stack,
    private readonly clinic: Clinic,
    private readonly side: PartnerSide,
    private readonly consenting: string,
  ) {}

  static async of(stack: Stack, clinic: Clinic): Promise<Partners> {
    const side = await PartnerSide.of(stack);
    const administrator = clientOf(stack, (await stack.stepway('token', '--role', 'administrator')).stdout);
    for (const { partnerId: id, recipientId, purpose } of partners)
      await administrator.post(
        'setPartner',
        { partnerId: id },
        {
          ...{ title: id, active: true, recipient: { recipientId, classes: [] }, purpose },
          eventTypes: partnerEventTypes,
        },
      );
    const [{ partnerId }] = partners;
    await administrator.post('setWebhook', { partnerId }, { url: side.url });
    const webhook = () => administrator.ask('webhook', { partnerId });
    await until('the webhook has answered', async () => (await webhook()).webhook?.state === 'active');
    const consenting = await clinic.admitted('iop', { given: 'Wren', family: 'Exampleton' });
    for (const [index, { recipientId, purpose }] of partners.entries())
      await clinic.does(consenting, 'GiveConsent', {
        ...{ consentId: `k${index}`, kind: 'single-recipient', discloser: 'this-programme', purposes: [purpose] },
        ...{ recipients: [{ recipientId }], information: ['whole-record'], signedAt: hoursAgo(0.01) },
        statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
        expires: { on: 'date', at: hoursAgo(-24 * 30) },
        signatures: [{ who: 'patient' }],
      });
    return new Partners(stack, clinic, side, consenting);
  }

  /** A last session of the person who consents; what was recorded before it was looked at for everybody by then. */
  async reached({
    patientId,
    episodeId,
  }: {
    readonly patientId: string;
    readonly episodeId: string;
  }): Promise<Reached> {
    const { side } = this;
    await this.clinic.session(this.consenting);
    const http: string[] = [];
    const fhir: string[] = [];
    let replayed = 0;
    for (const { partnerId } of partners) {
      const token = (await this.stack.stepway('token', '--partner', partnerId)).stdout;
      const client = clientOf(this.stack, token);
      await until('the stream is told to its end', async () => {
        const { stream } = await client.ask('partner', { partnerId });
        return stream.delivered > 0 && stream.position >= stream.logPosition;
      });
      await side.read(partnerTopic(partnerId));
      const { topic, sent } = await replayPartnerEvents({
        ...{ client, partnerId, wish: { after: 0 }, kafka: plainClient(this.stack.kafka()) },
        handle: () => Promise.resolve(),
      });
      replayed += sent;
      await side.read(topic);
      http.push(JSON.stringify(await client.ask('partnerEvents', { partnerId, limit: 1_000 })));
      const paths = [...resources.map((type) => `${type}?_count=100`), `Patient/${patientId}`];
      for (const path of [...paths, `EpisodeOfCare/${episodeId}`]) fhir.push(await this.#read(path, token.trim()));
    }
    await until('the session is told each way', async () => {
      const isSession = ({ told }: Came) => told['type'] === 'stepway.partner.session-recorded.v1';
      const replays = side.onTopic.filter(isReplay).length;
      const streams = side.onTopic.filter((came) => isSession(came) && !isReplay(came)).length;
      return side.posted.some(isSession) && streams >= partners.length && replays >= replayed;
    });
    const bytes = (came: readonly Came[]) => came.map((one) => one.bytes);
    return new Map([
      ['topics', bytes(side.onTopic.filter((came) => !isReplay(came)))],
      ['replays', bytes(side.onTopic.filter(isReplay))],
      ['webhooks', bytes(side.posted)],
      ['HTTP', http],
      ['FHIR', fhir],
    ]);
  }

  /** Status, headers and body. */
  async #read(path: string, token: string): Promise<string> {
    const url = new URL(`/fhir/R4/${path}`, this.stack.addresses().http);
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return `${answer.status}\n${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
  }

  close(): Promise<void> {
    return this.side.close();
  }
}

const isReplay = ({ told }: Came): boolean => told['replay'] !== undefined;
const clientOf = (stack: Stack, token: string): StepwayClient =>
  createClient({ address: stack.addresses().http, token: token.trim() });
