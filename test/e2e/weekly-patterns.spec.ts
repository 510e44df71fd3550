import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { openEventLog, type EventLog } from '@stepway/event-log';
import { evolve, notOpened, type CareEvent, type Journey } from '@stepway/pathway';
import { createKeys } from '@stepway/platform';
import { freshDatabase, freshFolder } from '@stepway/test-support';

const folder = 'infra/demonstration/ctn0094';
const cli = 'apps/cli/dist/main.js';
/** The present of every import: what time does to those still in care is then the same in each. */
const asOf = new Date().toISOString();

interface Row {
  readonly who: string;
  readonly weekly_pattern: string;
}
const rows = (csv: string): Row[] => parse(csv, { columns: true });
const patterns = (found: readonly Row[]) => new Map(found.map(({ who, weekly_pattern }) => [who, weekly_pattern]));

/** The same keys give the same people the same ids: their journeys can be compared. */
const keysOfAll = freshFolder().then((dir) => {
  const keys = join(dir, 'keys.json');
  createKeys(keys);
  return keys;
});

/** An empty log of its own, and the command line that works on it. */
async function emptyLog() {
  const [{ url }, dir, keys] = [await freshDatabase(), await freshFolder(), await keysOfAll];
  const env = { ...process.env, DATABASE_URL: url, STEPWAY_KEYS: keys, STEPWAY_DATA_DIR: dir };
  const stepway = async (...args: readonly string[]) =>
    (await promisify(execFile)(process.execPath, [cli, ...args], { env, maxBuffer: 1e8 })).stdout;
  const importing = ['import', 'ctn0094', folder, '--as-of', asOf];
  return {
    importAll: async (...options: readonly string[]) => stepway('--json', ...importing, ...options),
    /** Begins the import, and kills it once it has told of so many people. */
    async importKilledAt(peopleWritten: number) {
      const child = spawn(process.execPath, [cli, ...importing], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.setEncoding('utf8').on('data', (said: string) => {
        if (Number(/(\d+) of \d+ people/.exec(said)?.[1] ?? 0) >= peopleWritten) child.kill('SIGKILL');
      });
      const [, signal]: unknown[] = await once(child, 'exit');
      return signal;
    },
    /** Builds the read models, and exports the patterns. */
    async exported() {
      await stepway('rebuild', '--accept-differences');
      return rows(await stepway('export', 'weekly-screens'));
    },
    async inLog<T>(read: (log: EventLog) => Promise<T>): Promise<T> {
      const log = openEventLog({ connectionString: url, applicationName: 'e2e', statementTimeoutMs: 120_000 });
      try {
        return await read(log);
      } finally {
        await log.close();
      }
    },
  };
}

/** What each journey came to: every event by its id, every disposition, every established use. */
async function cameTo(log: EventLog) {
  const all = new Map<string, { events: string[]; dispositions: string[]; uses: string[] }>();
  for await (const events of log.readJourneys()) all.set(events[0]?.episodeId ?? '', outcomeOf(events));
  return all;
}

function outcomeOf(events: readonly CareEvent[]) {
  const journey = events.reduce<Journey>(evolve, notOpened(events[0]?.episodeId ?? ''));
  if (journey.status === 'not-opened') throw new Error('a journey without its opening');
  return {
    events: events.map(({ id, type, recordedAt }) => `${id} ${type} ${recordedAt}`),
    dispositions: journey.specimens.flatMap(({ specimenId, judgements }) =>
      Object.entries(judgements).map(([drugClass, { disposition }]) => `${specimenId} ${drugClass} ${disposition}`),
    ),
    uses: journey.uses.flatMap(({ useId, at, drugClasses, withdrawn }) =>
      withdrawn ? [] : [`${useId} ${at} ${drugClasses.join(' ')}`],
    ),
  };
}

describe('the public trial data of CTN-0094, imported through the rules', () => {
  const published = rows(gunzipSync(readFileSync(join(folder, 'weekly_pattern.csv.gz'))).toString('utf8'));
  let uninterrupted: Awaited<ReturnType<typeof cameTo>>;

  const expectPublished = (rowsExported: readonly Row[]) => {
    expect(published).toHaveLength(739);
    const exported = patterns(rowsExported);
    const differing = published.filter(({ who, weekly_pattern }) => exported.get(who) !== weekly_pattern);
    expect(differing).toEqual([]);
    expect(exported.size).toBe(published.length);
  };

  it('gives the published weekly pattern of every randomized person: in order', async () => {
    const one = await emptyLog();
    await one.importAll();
    expectPublished(await one.exported());
    uninterrupted = await one.inLog(cameTo);
    expect(uninterrupted.size).toBe(1_068);
  }, 1_200_000);

  it('gives the same patterns shuffled within each week, every tenth fact sent twice', async () => {
    const one = await emptyLog();
    await one.importAll('--disorder');
    expectPublished(await one.exported());
  }, 1_200_000);

  it('killed on the way and begun again, comes to the same patterns, dispositions, uses and events, in a sound log', async () => {
    const one = await emptyLog();
    expect(await one.importKilledAt(400)).toBe('SIGKILL');
    const { people, known, journeys } = JSON.parse(await one.importAll());
    expect(known).toBeGreaterThanOrEqual(400);
    expect(journeys).toBeGreaterThan(0);
    expect(known + journeys).toBe(people);

    expectPublished(await one.exported());
    expect((await one.inLog((log) => log.verify())).breaches).toEqual([]);
    const resumed = await one.inLog(cameTo);
    const differing = [...uninterrupted].filter(
      ([id, outcome]) => JSON.stringify(resumed.get(id)) !== JSON.stringify(outcome),
    );
    expect(differing.slice(0, 3)).toEqual([]);
    expect(resumed.size).toBe(uninterrupted.size);
  }, 1_200_000);
});
