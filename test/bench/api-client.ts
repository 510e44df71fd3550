import { Pool, request } from 'undici';

/** Sends JSON over a fixed number of kept connections, one request on each at a time. */
export interface ApiClient {
  /** @throws NotAnswered for any answer but 200 and 201 */
  post(path: string, body: object): Promise<Record<string, unknown>>;
  /** @throws NotAnswered */
  get(path: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** A bench measures work that is done: one refusal ends it. */
class NotAnswered extends Error {
  constructor(path: string, status: number, text: string) {
    super(`${path} was answered by ${status}: ${text.slice(0, 500)}`);
    this.name = 'NotAnswered';
  }
}

export function openClient(
  origin: string,
  { token, connections }: { readonly token?: string; readonly connections: number },
): ApiClient {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const send = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = {
      ...authorization,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    };
    const answer = await pool.request({ method, path, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.body.text();
    if (answer.statusCode > 201) throw new NotAnswered(path, answer.statusCode, text);
    return JSON.parse(text);
  };
  return {
    post: (path, body) => send('POST', path, body),
    get: (path) => send('GET', path),
    close: () => pool.close(),
  };
}

/** Reads the live updates until `end` is called; tells the ids of each `episode` event. */
export async function watchLive(
  origin: string,
  token: string,
  onEpisodes: (episodeIds: readonly string[]) => void,
): Promise<() => void> {
  const stop = new AbortController();
  const { body, statusCode } = await request(`${origin}/v1/live`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: stop.signal,
    bodyTimeout: 0,
  });
  if (statusCode !== 200) throw new NotAnswered('/v1/live', statusCode, await body.text());
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of body) {
      const frames = (rest + String(chunk)).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const [, data] = /^event: episode\ndata: (.*)$/m.exec(frame) ?? [];
        if (data === undefined) continue;
        const { episodeIds }: { episodeIds: string[] } = JSON.parse(data);
        onEpisodes(episodeIds);
      }
    }
  };
  read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return () => stop.abort();
}
