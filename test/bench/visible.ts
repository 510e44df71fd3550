import { openClient, watchLive } from './api-client.ts';
import type { BenchStack } from './bench-stack.ts';
import { chance } from './chance.ts';
import { asMuchAsGoes, atRate, type Send } from './load.ts';
import { admitPeople, clinicsDay, session, type Person } from './people.ts';
import { processorTime, processorTimeOfOne } from './processor-time.ts';
import { latencies, lost, type BenchReport } from './report.ts';

const people = 400;
const lookedAtPerSecond = 40;
const forMs = 12_000;
const givenUpAfterMs = 10_000;

const about =
  'a session is recorded for somebody of whom nothing else is told, at half of what the API takes with everything at ' +
  'work; until an open stream of live updates names the journey';

/** Command sent → told on an open board. */
export async function benchVisible(bench: BenchStack, say: (what: string) => void): Promise<BenchReport> {
  const api = openClient(bench.http, { token: bench.token, connections: 32 });
  const quiet = (lookedAtPerSecond * forMs) / 1_000;
  say(`admitting ${people + quiet} people`);
  const nextOfTheDay = clinicsDay(await admitPeople(api, people, 150), 1);
  const lookedAt = await admitPeople(api, quiet, 2);
  const day: Send = async () => {
    const { path, body } = nextOfTheDay();
    await api.post(path, body);
  };
  const board = await openBoard(bench);
  try {
    await bench.atRest();
    say('warming up, and finding out how much goes');
    await asMuchAsGoes(day, { callers: 32, forMs: 3_000 });
    await bench.atRest();
    const half = (await asMuchAsGoes(day, { callers: 32, forMs: 4_000 })).perSecond / 2;
    await bench.atRest();
    say(`half load: ${Math.round(half)} commands a second`);
    const draw = chance(3);
    const queue = lookedAt.values();
    const recorded: number[] = [];
    const look: Send = async () => {
      const { value: person, done } = queue.next();
      if (done === true) throw new Error('There are too few people to look at');
      const begun = performance.now();
      const told = board.told(person.episodeId);
      const { path, body } = sessionOfToday(person, draw);
      await api.post(path, body);
      recorded.push(performance.now() - begun);
      await told;
    };
    const used = processorTime(bench.stack);
    const [load, others] = await Promise.all([
      atRate(look, { perSecond: lookedAtPerSecond, forMs }),
      atRate(day, { perSecond: half - lookedAtPerSecond, forMs }),
    ]);
    await bench.atRest();
    const commands = load.latencies.length + others.latencies.length;
    const findings = [
      ...latencies(`from command to board at half load (${Math.round(half)}/s)`, load.latencies, {
        p99: { atMost: 250 },
      }),
      ...latencies('  of that, until recorded', recorded),
      ...processorTimeOfOne('one command, until it is on the board', used, bench.stack, commands),
      lost(`commands acknowledged and not told within ${givenUpAfterMs / 1_000} s`, board.untold()),
    ];
    return { bench: 'visible', about, findings };
  } finally {
    board.close();
    await api.close();
  }
}

function sessionOfToday(person: Person, draw: () => number) {
  person.at = Date.now();
  person.facts += 1;
  return session(person, draw);
}

interface Board {
  /** Resolves when the journey is told, or given up. */
  told(episodeId: string): Promise<void>;
  /** How many were given up. */
  untold(): number;
  close(): void;
}

async function openBoard({ http, token }: BenchStack): Promise<Board> {
  const waiting = new Map<string, () => void>();
  let untold = 0;
  const close = await watchLive(http, token, (episodeIds) => {
    for (const episodeId of episodeIds) waiting.get(episodeId)?.();
  });
  return {
    told: (episodeId) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          untold += 1;
          end();
        }, givenUpAfterMs);
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(episodeId);
          resolve();
        };
        waiting.set(episodeId, end);
      }),
    untold: () => untold,
    close,
  };
}
