import { freshDatabase } from '@stepway/test-support';
import { type ALog, aLog } from '../specs/a-log.ts';

let the: ALog;
beforeAll(async () => {
  the = aLog(await freshDatabase());
});
afterAll(() => the.close());

const settings = ['fsync', 'full_page_writes', 'data_checksums'];

async function valueOf(setting: string): Promise<string | undefined> {
  const { rows } = await the.app.query<{ value: string }>('SELECT current_setting($1) AS value', [setting]);
  return rows[0]?.value;
}

describe('a server that could lose what it acknowledged', () => {
  it('is refused at boot, with the names of the settings that are off', async () => {
    const { rows } = await the.admin.query<{ name: string }>('SELECT current_database() AS name');
    await the.admin.query(`ALTER DATABASE "${rows[0]?.name}" SET synchronous_commit = off`);
    const off = ['synchronous_commit'];
    for (const name of settings) if ((await valueOf(name)) === 'off') off.push(name);
    await expect(the.another().assertDurable()).rejects.toMatchObject({
      code: 'NotDurable',
      message: `PostgreSQL may lose acknowledged events: ${off.toSorted((a, b) => a.localeCompare(b)).join(', ')} must be on`,
    });
  });
});
