import { emptyStream, openEventLog, prepareAppend, type EventLog, type StreamHead } from '@stepway/event-log';
import pg from 'pg';
import { anAppend } from './append-facts.ts';
import { ratios, spread } from './figures.ts';
import { groups } from './groups.ts';
import { insertRaw } from './raw-insert.ts';
import { latencies, lost, perSecond, ratio, type BenchReport, type Finding } from './report.ts';

/** How often each arm runs, after one round that warms up; they take turns. */
const rounds = 7;
/** Journeys that are under way. */
const journeys = 500;

interface Arm {
  readonly name: string;
  readonly callers: number;
  /** Events in one append. */
  readonly events: number;
  /** Appends in one round. */
  readonly appends: number;
  /** Rows in one raw statement, and how many statements run at once. */
  readonly rawRows: number;
  readonly rawConnections: number;
  readonly bulk?: boolean;
}

const one = { callers: 1, events: 2, appends: 500, rawRows: 2, rawConnections: 1 };
const many = { callers: 64, events: 2, appends: 2_000, rawRows: 64, rawConnections: 2 };
const history = { callers: 2, events: 20, appends: 500, rawRows: 2_000, rawConnections: 2 };
const arms: readonly Arm[] = [
  { name: 'one caller, 2 events', ...one },
  { name: '64 callers, 2 events', ...many },
  { name: 'history, 2,000 events in a statement', ...history, bulk: true },
];

const about =
  'events a second by the append (compare-and-set, command id, hash chain, JSON made and hashed in the round) beside a ' +
  'raw multi-row INSERT of the same rows into the same table, made ready before';

/** The append beside a raw insert, in the same run and database. */
export async function benchAppend(connectionString: string, say: (what: string) => void): Promise<BenchReport> {
  const log = openEventLog({ connectionString });
  const pool = new pg.Pool({ connectionString, max: 4 });
  try {
    const findings: Finding[] = [];
    for (const arm of arms) {
      say(arm.name);
      findings.push(...(await measure({ log, pool, arm })));
    }
    return { bench: 'append', about, findings };
  } finally {
    await Promise.all([log.close(), pool.end()]);
  }
}

interface Measurement {
  readonly log: EventLog;
  readonly pool: pg.Pool;
  readonly arm: Arm;
}

async function measure({ log, pool, arm }: Measurement): Promise<readonly Finding[]> {
  const prefix = `bench-${Date.now().toString(36)}-`;
  const heads = new Map<string, StreamHead>();
  // Facts go to journeys that are under way; a history begins its journey.
  if (!arm.bulk) await open(log, heads, prefix, arm.events);
  const ours: number[] = [];
  const raw: number[] = [];
  const waited: number[] = [];
  const count = arm.appends;
  for (let round = 0; round <= rounds; round += 1) {
    const names = Array.from({ length: count }, (_, n) => `${prefix}${arm.bulk ? `${round}-${n}` : n % journeys}`);
    const bytes = Array.from({ length: count }, (_, n) =>
      prepareAppend(anAppend(`raw-${prefix}${round}-${n}`, arm.events, emptyStream)),
    );
    const steps: [() => Promise<void>, number[]][] = [
      [() => (arm.bulk ? bulk(log, names, arm, waited) : append(log, names, arm, heads, waited)), ours],
      [() => insertRaw(pool, bytes, arm), raw],
    ];
    // Taking turns at going first, so that neither always meets what the other left to be written.
    if (round % 2 === 1) steps.reverse();
    for (const [step, rates] of steps) {
      const before = performance.now();
      await step();
      rates.push((count * arm.events * 1_000) / (performance.now() - before));
    }
    if (round === 0) for (const list of [ours, raw, waited]) list.length = 0; // warms up
  }
  const acknowledged = (rounds + 1) * count * arm.events + heads.size * arm.events;
  const found = await pool.query<{ events: string }>(
    'SELECT count(*) AS events FROM log.event WHERE starts_with(episode_id, $1)',
    [prefix],
  );
  return [
    perSecond(arm.name, spread(ours)),
    perSecond('  raw insert', spread(raw)),
    ratio('  append ÷ raw', spread(ratios(ours, raw)), { atLeast: 0.8 }),
    ...latencies('  of one append', waited),
    lost('  events acknowledged and not in the log', acknowledged - Number(found.rows[0]?.events ?? 0)),
  ];
}

async function open(log: EventLog, heads: Map<string, StreamHead>, prefix: string, events: number): Promise<void> {
  const appends = Array.from({ length: journeys }, (_, n) =>
    prepareAppend(anAppend(`${prefix}${n}`, events, emptyStream)),
  );
  await log.appendAll(appends);
  for (const { episodeId, head } of appends) heads.set(episodeId, head);
}

/** So many callers, each with its next append as soon as the last was acknowledged. */
async function append(
  log: EventLog,
  names: readonly string[],
  arm: Arm,
  heads: Map<string, StreamHead>,
  waited: number[],
): Promise<void> {
  const queue = names.values();
  const caller = async (): Promise<void> => {
    for (const name of queue) {
      const request = anAppend(name, arm.events, heads.get(name) ?? emptyStream);
      const before = performance.now();
      const result = await log.append(request);
      waited.push(performance.now() - before);
      if (result.outcome !== 'appended') throw new Error(`An append ended as ${result.outcome}`);
      heads.set(name, result.head);
    }
  };
  await Promise.all(Array.from({ length: arm.callers }, caller));
}

async function bulk(log: EventLog, names: readonly string[], arm: Arm, waited: number[]): Promise<void> {
  const queue = groups(names, arm.rawRows / arm.events);
  const writer = async (): Promise<void> => {
    for (const group of queue) {
      const before = performance.now();
      const there = await log.appendAll(group.map((name) => prepareAppend(anAppend(name, arm.events, emptyStream))));
      waited.push(performance.now() - before);
      if (there.length > 0) throw new Error('A new journey was there already');
    }
  };
  await Promise.all(Array.from({ length: arm.callers }, writer));
}
