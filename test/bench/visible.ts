import { openClient, watchLive } from './api-client.ts';
import type { BenchStack } from './bench-stack.ts';
import { chance } from './chance.ts';
import { asMuchAsGoes, atRate, type Send } from './load.ts';
import { admitPeople, clinicsDay, session, type Person } from './people.ts';
import { processorTime, processorTimeOfOne } from './processor-time.ts';
import { latencies, lost, type BenchReport, type Finding } from './report.ts';

const people = 400;
const lookedAtPerSecond = 40;
const forMs = 12_000;
const givenUpAfterMs = 10_000;

const about =
  'a session is recorded for somebody of whom nothing else is told, at half of what goes through to the end, and at half ' +
  'of what the API takes for a while; until an open stream of live updates names the journey';

/** Command sent → told on an open board. */
export async function benchVisible(bench: BenchStack, say: (what: string) => void): Promise<BenchReport> {
  const api = openClient(bench.http, { token: bench.token, connections: 32 });
  const quiet = (2 * lookedAtPerSecond * forMs) / 1_000;
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
    const begun = performance.now();
    const taken = await asMuchAsGoes(day, { callers: 32, forMs: 4_000 });
    await bench.atRest();
    // The API takes more than worker, relay and projector keep up with: what lasts is what they had done at the end.
    const through = (taken.latencies.length * 1_000) / (performance.now() - begun);
    const draw = chance(3);
    const queue = lookedAt.values();
    const look = async (recorded: number[]): Promise<void> => {
      const { value: person, done } = queue.next();
      if (done === true) throw new Error('There are too few people to look at');
      const before = performance.now();
      const told = board.told(person.episodeId);
      const { path, body } = sessionOfToday(person, draw);
      await api.post(path, body);
      recorded.push(performance.now() - before);
      await told;
    };
    const at = async (what: string, perSecond: number): Promise<readonly Finding[]> => {
      say(`${what}: ${Math.round(perSecond)} commands a second`);
      const recorded: number[] = [];
      const used = processorTime(bench.stack);
      const [load, others] = await Promise.all([
        atRate(() => look(recorded), { perSecond: lookedAtPerSecond, forMs }),
        atRate(day, { perSecond: Math.max(0, perSecond - lookedAtPerSecond), forMs }),
      ]);
      await bench.atRest();
      const commands = load.latencies.length + others.latencies.length;
      return [
        ...latencies(`from command to board at ${what} (${Math.round(perSecond)}/s)`, load.latencies, {
          p99: { atMost: 250 },
        }),
        ...latencies('  of that, until recorded', recorded),
        ...processorTimeOfOne('one command, until it is on the board', used, bench.stack, commands),
      ];
    };
    const findings = [
      ...(await at('half of what goes through', through / 2)),
      ...(await at('half of what the API takes', taken.perSecond / 2)),
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
