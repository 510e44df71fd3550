import { randomUUID } from 'node:crypto';
import type { CommandType, DischargeReason } from '@stepway/pathway';
import type { RunningApi } from './running-api.ts';

/** Whom the specs of analytics count: each life is lived through commands, so many days before one moment. */
export class Lives {
  readonly ids: string[] = [];
  readonly #api: RunningApi;
  readonly #now: number;

  constructor(api: RunningApi, now: number) {
    this.#api = api;
    this.#now = now;
  }

  ago(days: number): string {
    return new Date(this.#now - days * 86_400_000).toISOString();
  }

  /** Whoever asked that many days ago. */
  async asked(days: number, { level = 'iop', siteId = 'main', after }: Asked = {}): Promise<string> {
    const patientId = after?.patientId ?? (await this.#api.newPatient());
    const body = {
      ...{ patientId, programme: 'standard-four', siteId, entryLevel: level, ageGroup: 'adult' },
      ...{ occurredAt: this.ago(days), ...(after && { previousEpisodeId: after.episodeId }) },
    };
    const opened = await this.#api.send('POST', '/v1/episodes', { body });
    if (opened.status !== 201) throw new Error(`OpenEpisode: ${JSON.stringify(opened.body)}`);
    const episodeId = String(opened.body['episodeId']);
    this.ids.push(episodeId, patientId);
    return episodeId;
  }

  /** Who asked on the day before the admission. */
  async admitted(days: number, asked: Asked = {}): Promise<string> {
    const episodeId = await this.asked(days + 1, asked);
    await this.does(episodeId, days, 'Admit', { level: asked.level ?? 'iop', attendedAt: this.ago(days) });
    return episodeId;
  }

  /** Somebody decides that less support is enough; the person arrives so many days later. */
  async movedDown(episodeId: string, began: number, arrived: number): Promise<void> {
    const change = { to: 'iop', reasonCode: 'clinical-judgement' };
    await this.does(episodeId, began, 'ChangeLevelOfCare', change);
    const { events } = await this.#api.resources.log.readStream(episodeId);
    const started = events.findLast(({ type }) => type === 'TransitionStarted');
    if (started?.type !== 'TransitionStarted') throw new Error('No move was started');
    const { transitionId } = started.data;
    await this.does(episodeId, arrived, 'CompleteHandOff', { transitionId, attendedAt: this.ago(arrived) });
  }

  discharged(episodeId: string, days: number, reasonCode: DischargeReason): Promise<void> {
    return this.does(episodeId, days, 'DischargeEpisode', { at: this.ago(days), reasonCode, againstAdvice: false });
  }

  attended(episodeId: string, days: number): Promise<void> {
    const session = { sessionId: `day-${days}`, type: 'group', minutes: 90, attendance: 'attended' };
    return this.does(episodeId, days, 'RecordSession', { ...session, startedAt: this.ago(days) });
  }

  tested(episodeId: string, days: number, outcome: 'positive' | 'negative'): Promise<void> {
    return this.does(episodeId, days, 'RecordDrugTestResult', {
      ...{ specimenId: randomUUID(), collectedAt: this.ago(days), reportedAt: this.ago(days) },
      ...{ status: 'final', validity: { finding: 'valid' } },
      results: [{ drugClass: 'cocaine', outcome, stage: 'definitive' }],
    });
  }

  /** A PHQ-9 of so many points, the ninth question never among them: it would be a crisis. */
  scored(episodeId: string, days: number, score: number): Promise<void> {
    const answers = Object.fromEntries(
      symptoms.map((symptom, index) => [symptom, Math.max(0, Math.min(3, score - 3 * index))]),
    );
    const instrument = { instrumentId: `day-${days}`, instrument: 'phq-9', at: this.ago(days), answers };
    return this.does(episodeId, days, 'RecordInstrument', instrument);
  }

  /** A command of that day. @throws if it was not accepted */
  async does(episodeId: string, days: number, type: CommandType, fields: object): Promise<void> {
    const body = { reason: 'Words of a person', ...fields, occurredAt: this.ago(days) };
    const { status, body: answer } = await this.#api.command(episodeId, type, body, { role: 'medical-director' });
    if (status !== 200) throw new Error(`${type} was answered with ${status}: ${JSON.stringify(answer)}`);
  }
}

const symptoms = [
  ...['interest', 'low-mood', 'sleep', 'energy', 'appetite', 'self-worth', 'concentration', 'movement'],
  'better-off-dead',
];

interface Asked {
  readonly level?: string;
  readonly siteId?: string;
  /** The episode of the same person before it. */
  readonly after?: { readonly patientId: string; readonly episodeId: string };
}
