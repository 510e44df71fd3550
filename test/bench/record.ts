import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openClient, type ApiClient } from './api-client.ts';
import { followers, type BenchStack } from './bench-stack.ts';
import { startChild } from './child.ts';
import { ratios, spread } from './figures.ts';
import { asMuchAsGoes, atRate, type Load, type Send } from './load.ts';
import { admitPeople, clinicsDay } from './people.ts';
import { processorTime, processorTimeOfOne } from './processor-time.ts';
import { createRawTable, rowsOfCommands } from './raw-rows.ts';
import { latencies, lost, perSecond, ratio, type BenchReport } from './report.ts';

const people = 600;
const callers = 32;
const roundMs = 3_000;
const rounds = 4;

/** Commands through the API, and the same bytes by one bare INSERT behind the same kind of HTTP server. */
export async function benchRecord(bench: BenchStack, say: (what: string) => void): Promise<BenchReport> {
  const api = openClient(bench.http, { token: bench.token, connections: callers });
  say(`admitting ${people} people`);
  const admitted = await admitPeople(api, people, 150);
  const episodeIds = admitted.map(({ episodeId }) => episodeId);
  const before = await recorded(bench, episodeIds);
  const next = clinicsDay(admitted, 1);
  let sent = 0;
  const record: Send = async () => {
    const { path, body } = next();
    await api.post(path, body);
    sent += 1;
  };
  say('warming up');
  await asMuchAsGoes(record, { callers, forMs: 3_000 });

  const raw = await startRawServer(bench, episodeIds);
  const nextRaw = clinicsDay(
    admitted.map((person) => ({ ...person, openGoals: [] })),
    2,
  );
  const insert: Send = async () => {
    const { path, body } = nextRaw();
    await raw.client.post(path, body);
  };
  await asMuchAsGoes(insert, { callers, forMs: 1_500 });
  try {
    const together = await compare(bench, { record, insert, say, about: 'with everything running' });
    const half = together.ours.median / 2;
    say(`half load: ${Math.round(half)} commands a second`);
    const used = processorTime(bench.stack);
    const atHalf = await atRate(record, { perSecond: half, forMs: 10_000 });
    await bench.atRest();
    const ofOne = processorTimeOfOne('one command, everything at work', used, bench.stack, atHalf.latencies.length);

    for (const name of followers) await bench.stack.takeDown(name);
    const alone = await compare(undefined, { record, insert, say, about: 'recording alone' });
    const rawAtHalf = await atRate(insert, { perSecond: half, forMs: 4_000 });
    const findings = [
      perSecond('commands recorded, worker, relay and projector at work too', together.ours, { atLeast: 1_000 }),
      perSecond('  raw inserts', together.raw),
      ratio('  recorded ÷ raw', together.ratio),
      perSecond('commands recorded, nothing else at work', alone.ours),
      perSecond('  raw inserts', alone.raw),
      ratio('  recorded ÷ raw', alone.ratio, { atLeast: 0.5 }),
      ...latencies(`at half load (${Math.round(atHalf.perSecond)}/s, everything at work)`, atHalf.latencies, {
        p99: { atMost: 25 },
      }),
      ...latencies('  raw at the same load (alone)', rawAtHalf.latencies),
      ...latencies(`with ${callers} callers without a pause (alone)`, alone.latencies),
      ...ofOne,
      lost('commands acknowledged and not in the log', before + sent - (await recorded(bench, episodeIds))),
    ];
    for (const name of followers) await bench.stack.bringBack(name);
    return { bench: 'record', about, findings };
  } finally {
    await Promise.all([api.close(), raw.stop()]);
  }
}

const about =
  'a clinic’s commands over HTTP (60 % sessions, 30 % drug tests of eight classes, 10 % goals; token, rules, sealing, ' +
  'hash chain) beside one INSERT of the same rows behind Nest and Fastify, without any of that';

interface Arms {
  readonly record: Send;
  readonly insert: Send;
  readonly about: string;
  readonly say: (what: string) => void;
}

/** Both in turn, each going first as often as the other. `rest`: what followed the round before is done first. */
async function compare(rest: BenchStack | undefined, { record, insert, say, about: how }: Arms) {
  const ours: Load[] = [];
  const raw: Load[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const arms: [Send, Load[]][] = [
      [record, ours],
      [insert, raw],
    ];
    if (round % 2 === 1) arms.reverse();
    for (const [send, loads] of arms) {
      await rest?.atRest();
      loads.push(await asMuchAsGoes(send, { callers, forMs: roundMs }));
    }
    say(`${how}: ${Math.round(ours.at(-1)?.perSecond ?? 0)}/s, raw ${Math.round(raw.at(-1)?.perSecond ?? 0)}/s`);
  }
  await rest?.atRest();
  const rates = (loads: readonly Load[]): number[] => loads.map((load) => load.perSecond);
  return {
    ours: spread(rates(ours)),
    raw: spread(rates(raw)),
    ratio: spread(ratios(rates(ours), rates(raw))),
    latencies: ours.flatMap((load) => load.latencies),
  };
}

async function startRawServer(
  { admin, pool, stack }: BenchStack,
  episodeIds: readonly string[],
): Promise<{ readonly client: ApiClient; stop(): Promise<void> }> {
  await createRawTable(admin);
  const file = join(stack.dir, 'raw-rows.json');
  writeFileSync(file, JSON.stringify(await rowsOfCommands(pool, episodeIds, 2_000)));
  const server = await startChild(join(import.meta.dirname, 'raw-server.js'), [stack.addresses().postgres, file]);
  const client = openClient(server.ready, { connections: callers });
  return {
    client,
    stop: async () => {
      await client.close();
      await server.stop();
    },
  };
}

/** Commands of these journeys in the log, without what rules wrote. */
async function recorded({ pool }: BenchStack, episodeIds: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ commands: string }>(
    `SELECT count(DISTINCT (episode_id, command_id)) AS commands FROM log.event
     WHERE episode_id = ANY($1) AND command_id NOT LIKE 'run:%'`,
    [episodeIds],
  );
  return Number(rows[0]?.commands ?? 0);
}
