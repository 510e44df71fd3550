import { freshDatabase } from '@stepway/test-support';
import { type ALog, aLog } from '../specs/a-log.ts';
import { anAppend } from '../specs/appends.ts';

let the: ALog;
beforeAll(async () => {
  the = aLog(await freshDatabase());
  await the.log.append(anAppend());
});
afterAll(() => the.close());

describe('the role of the programs', () => {
  it.each([
    'UPDATE log.event SET data = data',
    'DELETE FROM log.event',
    'TRUNCATE log.event',
    'DELETE FROM log.stream',
    'TRUNCATE log.stream',
    'UPDATE log.position SET position = 0',
    'DELETE FROM log.position',
    'TRUNCATE log.position',
    'TRUNCATE log.claim',
    'DELETE FROM log.checkpoint',
    'ALTER TABLE log.event DISABLE TRIGGER ALL',
    'ALTER TABLE log.event ADD COLUMN note text',
    'DROP TABLE log.event',
    'DROP TRIGGER append_only ON log.event',
    'CREATE TABLE log.other (x int)',
    'CREATE OR REPLACE FUNCTION log.epoch() RETURNS int LANGUAGE sql IMMUTABLE RETURN 9',
    `SELECT setval('log.seq', 1)`,
    'SET session_replication_role = replica',
    'SET ROLE stepway_owner',
    'COPY log.event TO PROGRAM $$true$$',
  ])('may not: %s', async (statement) => {
    await expect(the.app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the log of the server', () => {
  it.each([
    ['log_statement', 'none'],
    ['log_parameter_max_length', '0'],
    ['log_parameter_max_length_on_error', '0'],
    ['log_error_verbosity', 'terse'],
  ])('keeps no values of the programs: %s = %s', async (setting, value) => {
    expect((await the.app.query(`SELECT current_setting('${setting}') AS value`)).rows).toEqual([{ value }]);
  });
});

describe('somebody with all rights', () => {
  it.each([
    'UPDATE log.event SET data = data',
    'UPDATE log.event SET data = data WHERE false',
    'DELETE FROM log.event',
    'TRUNCATE log.event',
    'DELETE FROM log.stream',
    'TRUNCATE log.stream',
    'UPDATE log.position SET position = 0',
    'DELETE FROM log.position',
  ])('is stopped by the trigger: %s', async (statement) => {
    await expect(the.admin.query(statement)).rejects.toThrow('append-only');
  });
});

describe('the owner of the log', () => {
  it('cannot log in', async () => {
    const { rows } = await the.admin.query(`SELECT rolcanlogin FROM pg_roles WHERE rolname = 'stepway_owner'`);
    expect(rows).toEqual([{ rolcanlogin: false }]);
  });
});
