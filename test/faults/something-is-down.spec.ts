import { startStack, type ProcessName, type Stack } from '@stepway/test-support';
import { Clinic } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';

let stack: Stack;
let clinic: Clinic;

beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

interface Decision {
  readonly about: string;
  readonly outcome: string;
}

const transitionOf = async (episodeId: string) => {
  const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
  return body['transition'] as { state: string; to: string } | null;
};
const eventsOf = async (episodeId: string): Promise<{ type: string; version: number }[]> => {
  const { body } = await clinic.get(`/v1/episodes/${episodeId}/events?limit=200`);
  return (body['items'] ?? []) as { type: string; version: number }[];
};
/** Takes a program down for the length of some work. */
const without = async (name: ProcessName, work: () => Promise<void>): Promise<void> => {
  await stack.takeDown(name);
  try {
    await work();
  } finally {
    await stack.bringBack(name);
  }
};
const verified = async (): Promise<void> => {
  const { stdout } = await stack.stepway('--json', 'verify', '--settle', '60');
  const findings: { invariant: string; breaches: string[] }[] = JSON.parse(stdout);
  expect(findings.filter(({ breaches }) => breaches.length > 0)).toEqual([]);
};

describe('while Kafka is down', () => {
  it('commands are still accepted, and the board catches up afterwards', async () => {
    let episodeId = '';
    let version = 0;
    await without('kafka', async () => {
      episodeId = await clinic.admitted('iop');
      const { status, body } = await clinic.drugTest(episodeId, 'negative');
      expect(status).toBe(200);
      version = Number(body['version']);
      expect((await clinic.get(`/v1/episodes/${episodeId}`)).status).toBe(404);
    });
    const row = await until('the board has the journey', async () => {
      const { status: found, body: journey } = await clinic.get(`/v1/episodes/${episodeId}`);
      return found === 200 && Number(journey['version']) >= version && journey;
    });
    expect(row).toMatchObject({ status: 'active', level: 'iop' });
    await verified();
  }, 240_000);
});

describe.each(['temporal', 'worker'] as const)('while %s is down', (name) => {
  it('facts are recorded and judged, the answers say that automation is behind, and the move is made once afterwards', async () => {
    const episodeId = await clinic.admitted('iop');
    await until('the journey is at rest', async () => {
      const { headers } = await clinic.get('/v1/census');
      return headers.get('stepway-run-lag-ms') === '0';
    });
    await without(name, async () => {
      const { status, body } = await clinic.drugTest(episodeId, 'positive', { prefer: 'wait=1' });
      expect(status).toBe(200);
      const types = (body['events'] as { type: string }[]).map(({ type }) => type);
      expect(types).toEqual(expect.arrayContaining(['DrugTestResultRecorded', 'DrugTestDisposed', 'UseEstablished']));
      expect(types).not.toContain('TransitionStarted');

      const lag = await until('automation is said to be behind', async () => {
        const { headers } = await clinic.get('/v1/census');
        const ms = Number(headers.get('stepway-run-lag-ms'));
        return ms > 1_000 && ms;
      });
      expect(lag).toBeGreaterThan(1_000);
      expect(await transitionOf(episodeId)).toBeNull();
    });

    const transition = await until('the move is made', async () => (await transitionOf(episodeId)) ?? undefined);
    expect(transition).toMatchObject({ state: 'started', to: 'residential' });
    const events = await eventsOf(episodeId);
    expect(events.filter(({ type }) => type === 'TransitionStarted')).toHaveLength(1);
    const { body: decisions } = await clinic.get(`/v1/episodes/${episodeId}/decisions`);
    const considered = (decisions['items'] as Decision[]).filter(({ about }) => about === 'step-up');
    expect(considered).toEqual([expect.objectContaining({ outcome: 'started' })]);
    await verified();
  }, 240_000);
});

describe('while PostgreSQL is down', () => {
  it('a command is answered with 503 and when to ask again, and asked again it is recorded once', async () => {
    const episodeId = await clinic.admitted('iop');
    const path = `/v1/episodes/${episodeId}/record-session`;
    const session = {
      sessionId: 'S-1',
      type: 'group',
      startedAt: '2026-01-05T15:00:00Z',
      minutes: 60,
      attendance: 'attended',
    };
    const send = () => clinic.once('POST', path, session, { 'idempotency-key': 'the-same-key' });

    await without('postgres', async () => {
      const refused = await send();
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.body).toMatchObject({
        status: 503,
        type: expect.stringContaining('https://stepway.dev/problems/'),
      });
      expect(JSON.stringify(refused.body)).not.toMatch(/ECONNREFUSED|select|insert|postgres/i);
    });

    const accepted = await until('the command is taken', async () => {
      const answer = await send();
      return answer.status === 200 && answer;
    });
    const again = await send();
    expect(again.status).toBe(200);
    expect(again.body['version']).toBe(accepted.body['version']);
    await verified();
  }, 240_000);
});
