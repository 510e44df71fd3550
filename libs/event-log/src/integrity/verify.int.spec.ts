import { freshDatabase } from '@stepway/test-support';
import { emptyStream } from './chain.ts';
import { type ALog, aLog } from '../specs/a-log.ts';
import { anAppend, headOf, holdPlaced } from '../specs/appends.ts';

let the: ALog;
beforeEach(async () => {
  the = aLog(await freshDatabase());
  for (const episodeId of ['e1', 'e2', 'e3']) {
    const events = [holdPlaced('h1'), holdPlaced('h2'), holdPlaced('h3')];
    const first = await the.log.append(anAppend({ episodeId, events }));
    await the.log.append(anAppend({ episodeId, commandId: 'c2', expected: headOf(first) }));
  }
});
afterEach(() => the.close());

/** What somebody with all rights can do who also puts the triggers to sleep. */
async function tamper(statement: string): Promise<void> {
  const client = await the.admin.connect();
  await client.query('SET session_replication_role = replica');
  const { rowCount } = await client.query(statement);
  client.release(true);
  expect(rowCount).toBeGreaterThan(0);
}

describe('the verification of a log', () => {
  it('finds nothing where nothing was changed', async () => {
    expect(await the.log.verify()).toEqual({ journeys: 3, events: 12, breaches: [] });
  });

  it.each([
    ['a byte of its data', `data = jsonb_set(data, '{holdId}', '"h9"')`],
    ['sealed text', `data = jsonb_set(data, '{reason,sealed}', '"k1.bm9uY2U.c2VhbGVe"')`],
    ['who did it', `metadata = jsonb_set(metadata, '{actor,id}', '"nurse-2"')`],
    ['when it happened', `occurred_at = occurred_at - interval '1 ms'`],
    ['when it was recorded', `recorded_at = recorded_at + interval '1 ms'`],
    ['its type', `type = 'HoldReleased'`],
    ['its own hash', `hash = set_byte(hash, 31, get_byte(hash, 31) # 1)`],
  ])('names the first event of which somebody changed %s', async (_, change) => {
    await tamper(`UPDATE log.event SET ${change} WHERE episode_id = 'e2' AND version = 2`);
    expect((await the.log.verify()).breaches).toMatchObject([{ episodeId: 'e2', version: 2, kind: 'changed' }]);
  });

  it('finds an event taken out', async () => {
    await tamper(`DELETE FROM log.event WHERE episode_id = 'e3' AND version = 3`);
    expect((await the.log.verify()).breaches).toMatchObject([{ episodeId: 'e3', version: 4, kind: 'hole' }]);
  });

  it('finds the last events cut off', async () => {
    await tamper(`DELETE FROM log.event WHERE episode_id = 'e1' AND version = 4`);
    expect((await the.log.verify()).breaches).toMatchObject([{ episodeId: 'e1', version: 3, kind: 'head' }]);
  });

  it('finds a head set back to an earlier event, and one with another hash', async () => {
    await tamper(`UPDATE log.stream s SET version = 3, head_hash = e.hash FROM log.event e
      WHERE s.episode_id = 'e1' AND e.episode_id = 'e1' AND e.version = 3`);
    await tamper(`UPDATE log.stream SET head_hash = sha256('other') WHERE episode_id = 'e2'`);
    expect((await the.log.verify()).breaches).toMatchObject([
      { episodeId: 'e1', version: 4, kind: 'head' },
      { episodeId: 'e2', version: 4, kind: 'head' },
    ]);
  });

  it('finds nothing where journeys grow meanwhile', async () => {
    let growing = true;
    const writing = (async () => {
      for (let n = 0, expected = emptyStream; growing; n += 1)
        expected = headOf(await the.log.append(anAppend({ episodeId: 'growing', commandId: `c${n}`, expected })));
    })();
    for (let round = 0; round < 30; round += 1) expect((await the.log.verify()).breaches).toEqual([]);
    growing = false;
    await writing;
  });

  it('finds a journey without its head, and a head without its journey', async () => {
    await tamper(`DELETE FROM log.stream WHERE episode_id = 'e1'`);
    await tamper(`DELETE FROM log.event WHERE episode_id = 'e2'`);
    const { breaches } = await the.log.verify();
    expect(breaches).toMatchObject([
      { episodeId: 'e2', kind: 'stream-without-events' },
      { episodeId: 'e1', kind: 'events-without-stream' },
    ]);
  });

  it('finds events moved to another journey', async () => {
    await tamper(`DELETE FROM log.event WHERE episode_id = 'e1'`);
    await tamper(`UPDATE log.event SET episode_id = 'e1' WHERE episode_id = 'e2'`);
    expect((await the.log.verify()).breaches).toMatchObject([
      { episodeId: 'e1', version: 1, kind: 'foreign-id' },
      { episodeId: 'e2', kind: 'stream-without-events' },
    ]);
  });
});
