import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { kebab } from '@stepway/contracts/names';
import type { CommandType } from '@stepway/pathway';
import type { Stack } from '@stepway/test-support';

/** What the API answered, or `unknown` when no answer came. */
export interface Answer {
  readonly status: number | 'unknown';
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

type Body = Readonly<Record<string, unknown>>;

interface Name {
  readonly given: string;
  readonly family: string;
}

/**
 * A sender of commands with a ledger of its own, outside the system, for `stepway verify --ledger`. It asks again with
 * the same key when no answer came or the API was not ready, as a careful client does.
 */
export class Clinic {
  readonly ledger: string;
  readonly #stack: Stack;
  readonly #caller: string;
  readonly #token: string;

  private constructor(stack: Stack, caller: string, token: string) {
    this.#stack = stack;
    this.#caller = caller;
    this.#token = token;
    this.ledger = join(stack.dir, 'ledger.jsonl');
  }

  /** @param sites only with the people of these; left out = with all */
  static async of(stack: Stack, role = 'medical-director', sites: readonly string[] = []): Promise<Clinic> {
    const { stdout } = await stack.stepway('token', '--role', role, ...sites.flatMap((site) => ['--site', site]));
    return new Clinic(stack, `demo-${role}`, stdout.trim());
  }

  /** One request, answered or not; nothing is asked again. */
  async once(method: 'GET' | 'POST', path: string, body?: Body, headers: Record<string, string> = {}): Promise<Answer> {
    try {
      const response = await fetch(new URL(path, this.#stack.addresses().http), {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
    } catch {
      return { status: 'unknown', body: {}, headers: new Headers() };
    }
  }

  get(path: string): Promise<Answer> {
    return this.once('GET', path);
  }

  /** Until there is a word of acceptance or rejection; writes it down. @throws after two minutes without one */
  async #untilAnswered(
    path: string,
    idempotencyKey: string,
    body: Body,
    headers: Record<string, string>,
  ): Promise<Answer> {
    for (const end = Date.now() + 120_000; Date.now() < end; await pause(50)) {
      const answer = await this.once('POST', path, body, { 'idempotency-key': idempotencyKey, ...headers });
      if (answer.status !== 'unknown' && answer.status !== 503 && answer.status !== 429) return answer;
    }
    throw new Error(`No word on POST ${path} for two minutes`);
  }

  async #written(path: string, body: Body, headers: Record<string, string> = {}): Promise<Answer> {
    const idempotencyKey = crypto.randomUUID();
    const answer = await this.#untilAnswered(path, idempotencyKey, body, headers);
    const { episodeId, events } = answer.body;
    const acked = answer.status === 200 || answer.status === 201;
    if (Array.isArray(events) || !acked) {
      const line = {
        episodeId: episodeId ?? path.split('/')[3],
        idempotencyKey,
        caller: this.#caller,
        outcome: acked ? 'acked' : 'rejected',
        ...(Array.isArray(events) && { eventIds: events.map((event: { id: string }) => event.id) }),
      };
      appendFileSync(this.ledger, `${JSON.stringify(line)}\n`);
    }
    return answer;
  }

  command(episodeId: string, type: CommandType, body: Body, headers?: Record<string, string>): Promise<Answer> {
    return this.#written(`/v1/episodes/${episodeId}/${kebab(type)}`, body, headers);
  }

  /** A command that is part of a story. @throws if it was not accepted */
  async does(episodeId: string, type: CommandType, body: Body, headers?: Record<string, string>): Promise<Answer> {
    const answer = await this.command(episodeId, type, body, headers);
    if (answer.status !== 200)
      throw new Error(`${type} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  async newPatient(name: Name = { given: 'Wren', family: 'Exampleton' }): Promise<string> {
    const key = crypto.randomUUID();
    const answer = await this.#untilAnswered('/v1/patients', key, { name, birthDate: '1980-02-03' }, {});
    return String(answer.body['patientId']);
  }

  /** A person referred to a level and not yet seen there; gives the episode's id. */
  async opened(level: string, name?: Name): Promise<string> {
    const patientId = await this.newPatient(name);
    const opening = { patientId, programme: 'standard-four', siteId: 'main', entryLevel: level, ageGroup: 'adult' };
    return String((await this.#written('/v1/episodes', opening)).body['episodeId']);
  }

  /** A person admitted to a level, so long ago that no drug test is of use before it; gives the episode's id. */
  async admitted(level: string, name?: Name): Promise<string> {
    const episodeId = await this.opened(level, name);
    await this.command(episodeId, 'Admit', { level, attendedAt: hoursAgo(40 * 24) });
    return episodeId;
  }

  /** A definitive result: positive, it makes a use and, from IOP, a move; negative, it moves no one. */
  drugTest(episodeId: string, outcome: 'positive' | 'negative', headers?: Record<string, string>): Promise<Answer> {
    return this.command(
      episodeId,
      'RecordDrugTestResult',
      {
        specimenId: crypto.randomUUID(),
        collectedAt: hoursAgo(3),
        reportedAt: hoursAgo(1),
        status: 'final',
        validity: { finding: 'valid' },
        results: [{ drugClass: 'cocaine', outcome, stage: 'definitive', amount: 400, unit: 'ng/mL', cutoff: 100 }],
      },
      headers,
    );
  }

  session(episodeId: string): Promise<Answer> {
    return this.command(episodeId, 'RecordSession', {
      sessionId: crypto.randomUUID(),
      type: 'group',
      startedAt: hoursAgo(4),
      minutes: 120,
      attendance: 'attended',
    });
  }
}

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
