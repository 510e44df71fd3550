import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clinicalCommandType } from '@stepway/contracts/names';
import { clinicalInSettings, createMessaging, type Message, type Messaging } from '@stepway/messaging';
import { createLogger } from '@stepway/platform';
import type { Stack } from '@stepway/test-support';
import { hoursAgo } from './clinic.ts';
import { laboratory, oru, sendHl7 } from './laboratory.ts';

const source = 'urn:laboratory:north';
/** What is sent again is the same to the letter, or it would be another message under the same id. */
const times = { collectedAt: hoursAgo(30), reportedAt: hoursAgo(1) };

/** The laboratory of the specs, by each way in which it can send; it sends again what was not acknowledged. */
export class Feeds {
  readonly #stack: Stack;
  readonly #token: string;
  readonly messaging: Messaging;

  private constructor(stack: Stack, token: string) {
    this.#stack = stack;
    this.#token = token;
    const notices = createLogger({ program: 'spec', level: 'silent' });
    this.messaging = createMessaging({ kafka: stack.kafka(), program: 'spec', notices });
  }

  static async of(stack: Stack): Promise<Feeds> {
    const file = join(stack.dir, 'senders.json');
    const numbers = [...laboratory.numbers, { authority: source, as: 'patient-id' }];
    const sender = { ...laboratory, numbers, fhir: { subject: laboratory.senderId }, kafka: { source } };
    writeFileSync(file, JSON.stringify({ senders: [sender] }));
    await stack.stepway('senders', 'set', file);
    const { stdout } = await stack.stepway('token', '--role', 'system', '--subject', laboratory.senderId);
    return new Feeds(stack, stdout.trim());
  }

  close(): Promise<void> {
    return this.messaging.close();
  }

  /** One negative result for each specimen, by MLLP; resolves when each was answered AA. */
  async byMllp(patientId: string, specimens: readonly string[]): Promise<void> {
    for (let left = specimens; left.length > 0;) {
      const messages = left.map((specimen) =>
        oru({ patientId, controlId: specimen, specimen, value: 'Negative', ...times }),
      );
      const answers = new Set(await this.hl7(messages));
      left = left.filter((specimen) => !answers.has(`AA ${specimen}`));
      if (left.length > 0) await pause(200);
    }
  }

  /** The answers to frames, as far as they came. */
  hl7(messages: readonly string[], onAnswer?: () => void): Promise<readonly string[]> {
    return sendHl7(this.#stack.addresses().mllp, messages, onAnswer);
  }

  /** The same by FHIR; resolves when each was answered 202. */
  async byFhir(patientId: string, specimens: readonly string[]): Promise<void> {
    for (const specimen of specimens) {
      const body = JSON.stringify(observation(patientId, specimen));
      while ((await this.fhir('/Observation', body).catch(() => undefined))?.status !== 202) await pause(200);
    }
  }

  fhir(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(new URL(`/fhir/R4${path}`, this.#stack.addresses().http), {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/fhir+json', ...headers },
      body,
      signal: AbortSignal.timeout(15_000),
    });
  }

  /** The same by the topic; resolves when the broker has each. */
  async byKafka(patientId: string, specimens: readonly string[]): Promise<void> {
    for (const specimen of specimens) {
      const record = fact(patientId, specimen);
      while (!(await this.record(record))) await pause(200);
    }
  }

  /** Whether the broker took it. */
  record(message: Message): Promise<boolean> {
    return this.messaging.send(clinicalInSettings.topic, [message]).then(
      () => true,
      () => false,
    );
  }
}

const observation = (patientId: string, specimen: string) => ({
  ...{ resourceType: 'Observation', status: 'final', valueString: 'negative' },
  code: { coding: [{ system: 'http://loinc.org', code: '14314-9' }] },
  subject: { reference: `Patient/${patientId}` },
  specimen: { identifier: { value: specimen } },
  ...{ effectiveDateTime: times.collectedAt, issued: times.reportedAt },
});

/** A CloudEvent in binary mode. */
export const fact = (patientId: string, specimenId: string, change: Partial<Message> = {}): Message => ({
  key: patientId,
  value: Buffer.from(
    JSON.stringify({
      ...{ specimenId, ...times, status: 'final' },
      results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'definitive' }],
    }),
  ),
  headers: {
    ...{ ce_specversion: '1.0', ce_id: specimenId, ce_source: source },
    ...{ ce_type: clinicalCommandType('RecordDrugTestResult'), 'content-type': 'application/json' },
  },
  ...change,
});
