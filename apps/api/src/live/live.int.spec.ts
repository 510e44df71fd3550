import { liveEvents, type LiveEvent } from '@stepway/contracts';
import { createSignInCode } from '@stepway/platform';
import { freshDatabase } from '@stepway/test-support';
import { linkTo, type DatabaseLink } from '../testing/database-link.ts';
import { daysAgo, drugTestResult, runApi, type RunningApi } from '../testing/running-api.ts';

interface Received {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** An open stream of a browser. */
class Listening {
  readonly received: Received[] = [];
  readonly headers: Headers;
  readonly ended: Promise<void>;
  readonly #abort: AbortController;
  #look: () => void = () => undefined;

  private constructor(response: Response, abort: AbortController) {
    this.headers = response.headers;
    this.#abort = abort;
    this.ended = this.#read(response);
  }

  static async to(api: RunningApi, headers: Record<string, string>): Promise<Listening> {
    const abort = new AbortController();
    const response = await fetch(new URL('/v1/live', api.url), { headers, signal: abort.signal });
    expect(response.status).toBe(200);
    return new Listening(response, abort);
  }

  /** The first event of this name that came or comes. */
  async first(event: LiveEvent['event'], where: (data: unknown) => boolean = () => true): Promise<Received> {
    for (;;) {
      const found = this.received.find((one) => one.event === event && where(one.data));
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#look = resolve;
      });
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  async #read(response: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) this.#take(frame);
        this.#look();
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) throw error;
    }
  }

  #take(frame: string): void {
    const fields = new Map(
      frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    const [event, id, data] = [fields.get('event'), fields.get('id'), fields.get('data')];
    if (event !== undefined && data !== undefined)
      this.received.push({ event, data: JSON.parse(data), ...(id === undefined ? {} : { id }) });
  }
}

let api: RunningApi;
let link: DatabaseLink;
let bearer: Record<string, string>;
let episodeId: string;
const open: Listening[] = [];
beforeAll(async () => {
  link = await linkTo((await freshDatabase()).url);
  api = await runApi({ databaseUrl: link.url });
  bearer = { authorization: `Bearer ${await api.token('coordinator')}` };
  episodeId = await api.newJourney();
  await api.project(episodeId);
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.stop();
});
afterAll(async () => {
  await api.stop();
  await link.close();
});

const listen = async (headers: Record<string, string> = bearer): Promise<Listening> => {
  const stream = await Listening.to(api, headers);
  open.push(stream);
  return stream;
};
let sessions = 0;
const change = async (): Promise<void> => {
  sessions += 1;
  const session = {
    sessionId: `s${sessions}`,
    type: 'group',
    startedAt: daysAgo(1),
    minutes: 60,
    attendance: 'attended',
  };
  const { status } = await api.command(episodeId, 'RecordSession', session);
  expect(status).toBe(200);
  await api.project(episodeId);
};

describe('an open board', () => {
  it('hears at once how far behind it is, and every second again', async () => {
    const stream = await listen();
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(liveEvents.lag.parse((await stream.first('lag')).data)).toEqual({
      readMs: expect.any(Number),
      runMs: expect.any(Number),
    });
  });

  it('hears which journey changed, and nothing else of it', async () => {
    const stream = await listen();
    await change();
    const { data, id } = await stream.first('episode');
    expect(data).toEqual({ episodeIds: [episodeId] });
    expect(id).toMatch(/^\d+$/);
  });

  it('hears whose tasks changed, and nothing of tasks while none did', async () => {
    const stream = await listen();
    await change();
    await stream.first('episode');
    expect(stream.received.filter(({ event }) => event === 'task')).toEqual([]);
    await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-task'));
    await api.resources.recorder.run({ episodeId, now: new Date().toISOString() });
    await api.project(episodeId);
    expect((await stream.first('task')).data).toEqual({ episodeIds: [episodeId] });
  });

  it('hears the census when somebody is counted elsewhere', async () => {
    const stream = await listen();
    const other = await api.newJourney();
    await api.project(other);
    const { data } = await stream.first('census');
    expect(liveEvents.census.parse(data).rows).toEqual([expect.objectContaining({ level: 'iop' })]);
  });

  it('hears no count of another site', async () => {
    const stream = await listen({
      authorization: `Bearer ${await api.token('coordinator', { sites: ['riverside'] })}`,
    });
    const other = await api.newJourney();
    await api.project(other);
    expect(liveEvents.census.parse((await stream.first('census')).data).rows).toEqual([]);
  });

  it('hears of no journey of another site, until it is opened to them in an emergency', async () => {
    const authorization = `Bearer ${await api.token('therapist', { sites: ['riverside'] })}`;
    const stream = await listen({ authorization });
    const all = await listen();
    await change();
    await all.first('episode');
    const opened = await api.send('POST', `/v1/episodes/${episodeId}/break-the-glass`, {
      ...{ authorization, body: { kind: 'overdose', reason: 'Found unresponsive' } },
    });
    expect(opened.status).toBe(201);
    // Told by itself that something is open now which it did not hear of.
    await stream.first('refetch');
    expect(stream.received.filter(({ event }) => event === 'episode' || event === 'task')).toEqual([]);
    await change();
    expect((await stream.first('episode')).data).toEqual({ episodeIds: [episodeId] });
  }, 20_000);

  it('of one site that comes back after a short break asks anew, and hears nothing that was for others', async () => {
    const before = await listen();
    await change();
    const { id = '' } = await before.first('episode');
    await change();
    await before.first('episode', () => before.received.filter(({ event }) => event === 'episode').length > 1);
    const authorization = `Bearer ${await api.token('therapist', { sites: ['riverside'], subject: 'spec-narrow' })}`;
    const after = await listen({ authorization, 'last-event-id': id });
    await after.first('refetch');
    expect(after.received.filter(({ event }) => event === 'episode')).toEqual([]);
  });

  it('hears many changes at once as few', async () => {
    const stream = await listen();
    for (let n = 0; n < 20; n += 1) await api.project(episodeId);
    await change();
    await stream.first('episode');
    expect(stream.received.filter(({ event }) => event === 'episode').length).toBeLessThanOrEqual(4);
  });

  it('that comes back after a short break hears what it missed', async () => {
    const before = await listen();
    await change();
    const { id = '' } = await before.first('episode');
    before.stop();
    await change();
    const after = await listen({ ...bearer, 'last-event-id': id });
    expect((await after.first('episode')).data).toEqual({ episodeIds: [episodeId] });
    expect(after.received.some(({ event }) => event === 'refetch')).toBe(false);
  });

  it('that comes back after too long is told to ask for everything', async () => {
    const stream = await listen({ ...bearer, 'last-event-id': '-1' });
    await stream.first('refetch');
  });

  it('is told to ask for everything after the database was away, for rings went unheard', async () => {
    const stream = await listen();
    await link.down();
    await link.up();
    await stream.first('refetch');
  });
});

describe('a role that sees no journeys', () => {
  it('hears nothing, and that it asked is on record', async () => {
    const authorization = `Bearer ${await api.token('administrator', { subject: 'spec-curious' })}`;
    expect((await api.send('GET', '/v1/live', { authorization })).status).toBe(403);
    const { body } = await api.send('GET', '/v1/audit?actor=spec-curious', { role: 'privacy-officer' });
    expect(body['items']).toMatchObject([{ place: 'GET /v1/live', action: 'list', outcome: 'denied' }]);
    expect((await api.send('GET', '/v1/live', { authorization: '' })).status).toBe(401);
  });
});

describe('somebody whose sites the directory narrows while they listen', () => {
  it('hears no more of the others, is told to ask anew, and hears nothing at all once they have left', async () => {
    const entry = { name: 'Jay', roles: ['nurse' as const], programmes: null };
    const both = { ...entry, staffId: 'spec-jay', sites: ['main', 'riverside'] };
    await api.resources.directory.add(both, 'spec');
    const { id } = await api.resources.sessions.open({ actorId: 'spec-jay', role: 'nurse', origin: 'directory' });
    const stream = await listen({ cookie: `stepway_session=${id}` });
    await change();
    await stream.first('episode');
    const narrowed = { ...entry, subject: 'spec-jay', sites: ['riverside'], active: true };
    await api.resources.directory.change('spec-jay', narrowed, 'spec');
    await stream.first('refetch');
    const heard = stream.received.filter(({ event }) => event === 'episode').length;
    const all = await listen();
    await change();
    await all.first('episode');
    const lags = () => stream.received.filter(({ event }) => event === 'lag').length;
    const most = lags() + 2;
    await stream.first('lag', () => lags() >= most);
    expect(stream.received.filter(({ event }) => event === 'episode')).toHaveLength(heard);
    await api.resources.directory.change('spec-jay', { ...narrowed, active: false }, 'spec');
    await stream.ended;
  }, 30_000);
});

describe('a browser that signs out', () => {
  it('loses its stream at once', async () => {
    const code = await createSignInCode(api.resources.pool, { actorId: 'demo', role: 'nurse' });
    const signedIn = await api.send('GET', `/sign-in?code=${code}`, { authorization: '' });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stream = await listen({ cookie });
    const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: api.url };
    await api.send('POST', '/v1/sign-out', { authorization: '', headers });
    await stream.ended;
  });
});

describe('the end of the program', () => {
  it('ends open streams and is over within six seconds', async () => {
    const own = await runApi();
    const stream = await Listening.to(own, { authorization: `Bearer ${await own.token('nurse')}` });
    const begun = performance.now();
    await own.stop();
    await stream.ended;
    expect(performance.now() - begun).toBeLessThan(6_000);
  });
});
