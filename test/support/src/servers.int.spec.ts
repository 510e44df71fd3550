import { Client } from 'pg';
import { freshDatabase, freshNamespace, testKafka } from './index.ts';

describe('the servers of a Jest run', () => {
  it('give each spec a migrated database that the programs may use but not own', async () => {
    const { url } = await freshDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query(
        'SELECT current_user AS role, (SELECT count(*)::int FROM log.event) AS events',
      );
      expect(rows).toEqual([{ role: 'stepway_app', events: 0 }]);
      await expect(client.query('UPDATE log.event SET version = 1')).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });

  it('give no two specs the same database or namespace', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.url).not.toBe(two.url);
    const [here, there] = await Promise.all([freshNamespace(), freshNamespace()]);
    expect(here.namespace).not.toBe(there.namespace);
  });

  it('give one Kafka broker to all', async () => {
    expect(await testKafka()).toEqual(await testKafka());
  });
});
