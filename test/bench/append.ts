import {
  type AppendRequest,
  emptyStream,
  openEventLog,
  prepareAppend,
  type StreamAppend,
  type StreamHead,
} from '@stepway/event-log';
import type { NewEvent } from '@stepway/pathway';
import pg from 'pg';

export interface AppendBenchOptions {
  /** A migrated database, as `stepway_app`. What the bench writes stays there. */
  readonly connectionString: string;
  /** How often each arm runs; they take turns. Default 7. */
  readonly rounds?: number;
  /** Appends of one arm in one round. Default 2,000. */
  readonly appends?: number;
}

/** One way of appending beside a raw insert of the same bytes in the same run. */
export interface AppendFinding {
  readonly name: string;
  /** Events per second, median of the rounds. */
  readonly eventsPerSecond: number;
  readonly rawEventsPerSecond: number;
  /** Of each round: ours ÷ raw. */
  readonly ratio: { readonly median: number; readonly lowest: number; readonly highest: number };
  /** Of one append as its caller sees it, in ms. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Events acknowledged and not found afterwards: must be 0. */
  readonly lost: number;
}

interface Arm {
  readonly name: string;
  readonly callers: number;
  /** Events in one append. */
  readonly events: number;
  /** Rows in one raw statement, and how many statements run at once. */
  readonly rawRows: number;
  readonly rawConnections: number;
  readonly bulk?: boolean;
}

const arms: readonly Arm[] = [
  { name: 'one caller, 2 events', callers: 1, events: 2, rawRows: 2, rawConnections: 1 },
  { name: '64 callers, 2 events, coalesced', callers: 64, events: 2, rawRows: 64, rawConnections: 2 },
  { name: 'history, 2,000 events a statement', callers: 2, events: 20, rawRows: 2_000, rawConnections: 2, bulk: true },
];

/**
 * The append (compare-and-set, command id, hash chain) against a raw multi-row INSERT into the same table.
 * The raw arm gets its hashes ready-made and no stream row; it checks nothing.
 */
export async function benchAppend(options: AppendBenchOptions): Promise<readonly AppendFinding[]> {
  const { connectionString, rounds = 7, appends = 2_000 } = options;
  const log = openEventLog({ connectionString });
  const pool = new pg.Pool({ connectionString, max: 4 });
  try {
    const findings: AppendFinding[] = [];
    for (const arm of arms) {
      const count = arm.callers > 2 ? appends : Math.ceil(appends / 4);
      findings.push(await measure({ log, pool, arm, rounds, count }));
    }
    return findings;
  } finally {
    await Promise.all([log.close(), pool.end()]);
  }
}

interface Measurement {
  readonly log: Log;
  readonly pool: pg.Pool;
  readonly arm: Arm;
  readonly rounds: number;
  readonly count: number;
}

async function measure({ log, pool, arm, rounds, count }: Measurement): Promise<AppendFinding> {
  const prefix = `bench-${Date.now().toString(36)}-`;
  const heads = new Map<string, StreamHead>();
  // Facts go to journeys that are under way; a history begins its journey.
  if (!arm.bulk) await open(log, heads, prefix, arm.events);
  const ours: number[] = [];
  const raw: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const names = Array.from({ length: count }, (_, n) => `${prefix}${arm.bulk ? `${round}-${n}` : n % journeys}`);
    const bytes = Array.from({ length: count }, (_, n) =>
      prepareAppend(anAppend(`raw-${prefix}${round}-${n}`, arm.events, emptyStream)),
    );
    const steps = [
      async () => {
        const before = performance.now();
        if (arm.bulk) await bulk(log, names, arm, latencies);
        else await append(log, names, arm, heads, latencies);
        ours.push((count * arm.events * 1_000) / (performance.now() - before));
      },
      async () => {
        const before = performance.now();
        await insertRaw(pool, bytes, arm);
        raw.push((count * arm.events * 1_000) / (performance.now() - before));
      },
    ];
    // Taking turns at going first, so that neither always meets what the other left to be written.
    if (round % 2 === 1) steps.reverse();
    for (const step of steps) await step();
    if (round === 0) for (const list of [ours, raw, latencies]) list.length = 0; // warms up
  }
  const acknowledged = (rounds + 1) * count * arm.events + (arm.bulk ? 0 : journeys * arm.events);
  const found = await pool.query<{ events: string }>(
    'SELECT count(*) AS events FROM log.event WHERE starts_with(episode_id, $1)',
    [prefix],
  );
  const ratios = ours.map((rate, n) => rate / (raw[n] ?? Number.NaN));
  return {
    name: arm.name,
    eventsPerSecond: Math.round(quantile(ours, 0.5)),
    rawEventsPerSecond: Math.round(quantile(raw, 0.5)),
    ratio: { median: quantile(ratios, 0.5), lowest: quantile(ratios, 0), highest: quantile(ratios, 1) },
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    lost: acknowledged - Number(found.rows[0]?.events ?? 0),
  };
}

const journeys = 500;

async function open(log: Log, heads: Map<string, StreamHead>, prefix: string, events: number): Promise<void> {
  const appends = Array.from({ length: journeys }, (_, n) =>
    prepareAppend(anAppend(`${prefix}${n}`, events, emptyStream)),
  );
  await log.appendAll(appends);
  for (const { episodeId, head } of appends) heads.set(episodeId, head);
}

type Log = ReturnType<typeof openEventLog>;

/** So many callers, each with its next append as soon as the last was acknowledged. */
async function append(
  log: Log,
  names: readonly string[],
  arm: Arm,
  heads: Map<string, StreamHead>,
  latencies: number[],
): Promise<void> {
  const queue = names.values();
  const caller = async (): Promise<void> => {
    for (const name of queue) {
      const request = anAppend(name, arm.events, heads.get(name) ?? emptyStream);
      const before = performance.now();
      const result = await log.append(request);
      latencies.push(performance.now() - before);
      if (result.outcome !== 'appended') throw new Error(`An append ended as ${result.outcome}`);
      heads.set(name, result.head);
    }
  };
  await Promise.all(Array.from({ length: arm.callers }, caller));
}

async function bulk(log: Log, names: readonly string[], arm: Arm, latencies: number[]): Promise<void> {
  const queue = groups(names, 2_000 / arm.events);
  const writer = async (): Promise<void> => {
    for (const group of queue) {
      const before = performance.now();
      const lost = await log.appendAll(group.map((name) => prepareAppend(anAppend(name, arm.events, emptyStream))));
      latencies.push(performance.now() - before);
      if (lost.length > 0) throw new Error('A new journey was there already');
    }
  };
  await Promise.all([writer(), writer()]);
}

const columns = [
  ...['episode_id', 'version', 'event_id', 'command_id', 'index', 'command_hash', 'type', 'schema_version'],
  ...['data', 'metadata', 'hash', 'occurred_at', 'recorded_at'],
];

async function insertRaw(pool: pg.Pool, appends: readonly StreamAppend[], arm: Arm): Promise<void> {
  const rows = appends.flatMap(({ episodeId, rows: events }) =>
    events.map((event) => [
      ...[episodeId, event.version, event.eventId, event.commandId, event.index, event.commandHash, event.type],
      ...[event.schemaVersion, event.data, event.metadata, event.hash, event.occurredAt, event.recordedAt],
    ]),
  );
  const queue = groups(rows, arm.rawRows);
  const connection = async (): Promise<void> => {
    for (const group of queue) {
      const places = group.map((row, n) => `(${row.map((_, m) => `$${n * row.length + m + 1}`).join()})`);
      const text = `INSERT INTO log.event (${columns.join()}) VALUES ${places.join()}`;
      await pool.query({ name: `raw-${group.length}`, text, values: group.flat() });
    }
  };
  await Promise.all(Array.from({ length: arm.rawConnections }, connection));
}

function* groups<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

let commands = 0;

/** Facts of the usual size, about 420 bytes of data each. */
function anAppend(episodeId: string, events: number, expected: StreamHead): AppendRequest {
  commands += 1;
  return {
    episodeId,
    commandId: `hmac-of-a-key-${commands}`,
    commandHash: Buffer.alloc(32, 7),
    actor: { id: 'lab-7', kind: 'system', role: 'system' },
    recordedAt: at,
    expected,
    events: Array.from({ length: events }, (_, n): NewEvent => ({
      type: 'DrugTestResultRecorded',
      occurredAt: at,
      data: aReport(n),
    })),
  };
}

const at = '2026-11-20T14:10:00.000Z';

const aReport = (n: number): Extract<NewEvent, { type: 'DrugTestResultRecorded' }>['data'] => ({
  specimenId: `S-${n}`,
  matrix: 'urine',
  collectedAt: '2026-11-20T14:10:00.000Z',
  reportedAt: '2026-11-21T20:02:00.000Z',
  status: 'final',
  validity: { finding: 'valid', creatinineMgDl: 96, specificGravity: 1.015 },
  results: [
    {
      ...{ drugClass: 'opioids', outcome: 'positive', stage: 'definitive' },
      ...{ amount: 820, unit: 'ng/mL', cutoff: 300, loinc: '18390-5' },
    },
    { drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive', cutoff: 150, unit: 'ng/mL' },
  ],
  acknowledgedUse: false,
});
