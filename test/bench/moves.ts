import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { openClient } from './api-client.ts';
import { startBareEngine, type BareEngine } from './bare-engine.ts';
import type { BenchStack } from './bench-stack.ts';
import { ratios, spread } from './figures.ts';
import { allOf, atRate, type Load } from './load.ts';
import { admitPeople, movingResult } from './people.ts';
import { processorTime, processorTimeOfOne } from './processor-time.ts';
import { latencies, lost, perSecond, ratio, type BenchReport } from './report.ts';

const callers = 16;
const rounds = 4;
const movesOfRound = 160;
const halfLoadMs = 6_000;

const about =
  'a definitive positive result is recorded through the API and the journey’s workflow makes the step up, beside a bare ' +
  'signalWithStart → local activity that does nothing, on the same Temporal server; both wake workflows that sleep';

/** Fact recorded → move made, beside the bare engine. */
export async function benchMoves(bench: BenchStack, say: (what: string) => void): Promise<BenchReport> {
  const api = openClient(bench.http, { token: bench.token, connections: 32 });
  const engine = await startBareEngine(bench.stack.addresses().temporal);
  const log = watchMoves(bench.pool);
  const facts: string[] = [];
  const record = async (episodeId: string): Promise<void> => {
    const { path, body } = movingResult(episodeId);
    await api.post(path, body);
    facts.push(episodeId);
  };
  const move = async (episodeId: string): Promise<void> => {
    await record(episodeId);
    await log.moved(episodeId);
  };
  /** People in IOP and as many bare workflows, all asleep. */
  const asleep = async (count: number): Promise<readonly string[]> => {
    say(`admitting ${count} people, and starting as many bare workflows`);
    // Long enough in care that a positive result is new use, not what was there at admission.
    const people = await admitPeople(api, count, 14);
    await bench.atRest(120_000);
    const episodeIds = people.map(({ episodeId }) => episodeId);
    await allOf(episodeIds, (id) => engine.start(id), callers);
    return episodeIds;
  };

  try {
    const sleepers = await asleep(movesOfRound * (rounds + 1));
    const { ours, bare } = await compare({ sleepers, move, engine, bench, say });
    const half = spread(rates(ours)).median / 2;
    say(`half load: ${Math.round(half)} moves a second`);
    const more = await asleep(Math.ceil((half * halfLoadMs) / 1_000));
    const used = processorTime(bench.stack);
    const atHalf = more.values();
    await atRate(() => record(next(atHalf)), { perSecond: half, forMs: halfLoadMs });
    await bench.atRest();
    const ofOne = processorTimeOfOne('one move, from the command to the board', used, bench.stack, more.length);
    const usedBefore = processorTime(bench.stack);
    const bareAtHalf = more.values();
    const bareLoad = await atRate(() => engine.signal(next(bareAtHalf)), { perSecond: half, forMs: halfLoadMs });
    const ofOneBare = processorTimeOfOne('one bare signal, without its worker', usedBefore, bench.stack, more.length);
    const made = await movedWithinMs(bench.pool, facts);
    const findings = [
      perSecond('moves made', spread(rates(ours))),
      perSecond('  bare signals answered by a local activity', spread(rates(bare))),
      ratio('  moves ÷ bare', spread(ratios(rates(ours), rates(bare))), { atLeast: 0.85 }),
      ...latencies(
        `from fact to move at half load (${Math.round(half)}/s)`,
        more.flatMap((episodeId) => made.get(episodeId) ?? []),
        { p50: { atMost: 50 } },
      ),
      ...latencies('  from bare signal to local activity at the same load', bareLoad.latencies),
      ...ofOne,
      ...ofOneBare,
      lost('facts acknowledged whose move is not in the log', facts.length - made.size),
    ];
    return { bench: 'moves', about, findings };
  } finally {
    log.stop();
    await Promise.all([api.close(), engine.stop()]);
  }
}

interface Arms {
  readonly sleepers: readonly string[];
  readonly move: (episodeId: string) => Promise<void>;
  readonly engine: BareEngine;
  readonly bench: BenchStack;
  readonly say: (what: string) => void;
}

/** Both in turn, each going first as often as the other; the first round warms up. */
async function compare({ sleepers, move, engine, bench, say }: Arms) {
  const ours: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ids = sleepers.slice(round * movesOfRound, (round + 1) * movesOfRound);
    const arms: [(id: string) => Promise<void>, Load[]][] = [
      [move, ours],
      [(id) => engine.signal(id), bare],
    ];
    if (round % 2 === 1) arms.reverse();
    for (const [send, loads] of arms) {
      await bench.atRest();
      loads.push(await allOf(ids, send, callers));
    }
    say(`${Math.round(ours.at(-1)?.perSecond ?? 0)} moves/s, bare ${Math.round(bare.at(-1)?.perSecond ?? 0)}/s`);
  }
  await bench.atRest();
  return { ours: ours.slice(1), bare: bare.slice(1) };
}

const rates = (loads: readonly Load[]): number[] => loads.map((load) => load.perSecond);

function next(ids: Iterator<string>): string {
  const { value, done } = ids.next();
  if (done === true) throw new Error('There are too few sleepers');
  return value;
}

const everyMs = 4;

/** Looks into the log for the moves that are waited for. */
function watchMoves(pool: pg.Pool): { moved(episodeId: string): Promise<void>; stop(): void } {
  const waiting = new Map<string, () => void>();
  const stopping = new AbortController();
  const look = async (): Promise<void> => {
    while (waiting.size > 0 && !stopping.signal.aborted) {
      const text = `SELECT episode_id FROM log.event WHERE episode_id = ANY($1) AND type = 'TransitionStarted'`;
      const { rows } = await pool.query<{ episode_id: string }>({
        ...{ name: 'bench.moved', text },
        values: [[...waiting.keys()]],
      });
      for (const { episode_id: episodeId } of rows) {
        waiting.get(episodeId)?.();
        waiting.delete(episodeId);
      }
      await pause(everyMs);
    }
  };
  let looking: Promise<void> | undefined;
  return {
    moved: (episodeId) =>
      new Promise((resolve, reject) => {
        waiting.set(episodeId, resolve);
        looking ??= look().finally(() => (looking = undefined));
        looking.catch(reject);
      }),
    stop: () => stopping.abort(),
  };
}

/** Of each journey that moved: ms from its fact to its move, both by the clock of the database. */
async function movedWithinMs(pool: pg.Pool, episodeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ episode_id: string; ms: number }>(
    `SELECT episode_id, (extract(epoch FROM min(stored_at) FILTER (WHERE type = 'TransitionStarted')
       - min(stored_at) FILTER (WHERE type = 'DrugTestResultRecorded')) * 1000)::float8 AS ms
     FROM log.event WHERE episode_id = ANY($1) GROUP BY episode_id
     HAVING bool_or(type = 'TransitionStarted') AND bool_or(type = 'DrugTestResultRecorded')`,
    [episodeIds],
  );
  return new Map(rows.map(({ episode_id: episodeId, ms }) => [episodeId, ms]));
}
