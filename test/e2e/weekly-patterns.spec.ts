import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { createKeys } from '@stepway/platform';
import { freshDatabase, freshFolder } from '@stepway/test-support';

const folder = 'infra/demonstration/ctn0094';

interface Row {
  readonly who: string;
  readonly weekly_pattern: string;
}
const rows = (csv: string): Row[] => parse(csv, { columns: true });
const patterns = (found: readonly Row[]) => new Map(found.map(({ who, weekly_pattern }) => [who, weekly_pattern]));

/** Imports the trial into an empty log through the command line, builds the read models, and exports the patterns. */
async function exportedAfterImport(...options: readonly string[]): Promise<readonly Row[]> {
  const [{ url }, dir] = [await freshDatabase(), await freshFolder()];
  const keys = join(dir, 'keys.json');
  createKeys(keys);
  const env = { ...process.env, DATABASE_URL: url, STEPWAY_KEYS: keys, STEPWAY_DATA_DIR: dir };
  const stepway = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, ['apps/cli/dist/main.js', ...args], { env, maxBuffer: 1e8 });
  await stepway('import', 'ctn0094', folder, ...options);
  await stepway('rebuild', '--accept-differences');
  return rows((await stepway('export', 'weekly-screens')).stdout);
}

describe('the public trial data of CTN-0094, imported through the rules', () => {
  const published = rows(gunzipSync(readFileSync(join(folder, 'weekly_pattern.csv.gz'))).toString('utf8'));

  it.each([
    ['in order', []],
    ['shuffled within each week, every tenth fact sent twice', ['--disorder']],
  ])(
    'gives the published weekly pattern of every randomized person: %s',
    async (_, options) => {
      expect(published).toHaveLength(739);
      const exported = patterns(await exportedAfterImport(...options));
      const differing = published.filter(({ who, weekly_pattern }) => exported.get(who) !== weekly_pattern);
      expect(differing).toEqual([]);
      expect(exported.size).toBe(published.length);
    },
    600_000,
  );
});
