import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { careTopic, episodeOfCareType, workflowIdOf } from '@stepway/contracts/names';
import { careMessage, createMessaging, type Message, type Messaging } from '@stepway/messaging';
import type { CareEvent } from '@stepway/pathway';
import { createTemporalClient, createTouch } from '@stepway/platform';
import type { Client } from '@temporalio/client';
import { nothingOwed } from './at-rest.ts';
import { checkpointsBehindEffects } from './checkpoints.ts';
import type { Finding } from './finding.ts';
import { acknowledgedOnce, type LedgerLine } from './ledger.ts';
import { nothingBehind, versionsAndChains } from './log-order.ts';
import { publishedUpTo } from './published.ts';
import { readModelsEqualFold } from './read-models.ts';
import { settle } from './settle.ts';
import { inDays, tamperedStack, type TamperedStack } from '../specs/tampered-stack.ts';
import { streamEqualsLog } from './stream.ts';
import { oneWorkflowEach } from './workflows.ts';

/** Long enough for a sound stack. */
const settleMs = 30_000;
/** Breaches stay, however long one waits. */
const shortly = 700;

let the: TamperedStack;
let messaging: Messaging;
let client: Client;
let ada: string;
let ben: string;
let over: string;

beforeAll(async () => {
  the = await tamperedStack();
  const { configuration, keys, logger } = the.stack;
  messaging = createMessaging({ kafka: configuration.kafka, program: 'spec', notices: logger });
  client = createTemporalClient({ ...configuration.temporal, keys });
  [ada, ben, over] = [await the.opened(), await the.opened(), await the.opened()];
  await the.record(over, 'DischargeEpisode', { at: inDays(0), reasonCode: 'death', againstAdvice: false });
}, 180_000);
afterAll(async () => {
  await client?.connection.close();
  await messaging?.close();
  await the?.close();
}, 60_000);

const upTo = () => settle(the.stack, messaging, settleMs);
const checks = {
  I2: () => versionsAndChains(the.stack),
  I3: () => nothingBehind(the.stack),
  I4: async () => streamEqualsLog(the.stack, messaging, await upTo()),
  I5: () => readModelsEqualFold(the.stack, shortly),
  I6: () => checkpointsBehindEffects(the.stack, messaging),
  I10: () => oneWorkflowEach(the.stack, shortly),
  I21: () => nothingOwed(the.stack),
} satisfies Record<string, () => Promise<Finding>>;

const breachesOf = async (check: () => Promise<Finding>): Promise<string> => (await check()).breaches.join('\n');
/** Asks until the check finds nothing; the spec's own time ends it. */
const comesToHold = async (check: () => Promise<Finding>): Promise<void> => {
  while ((await check()).breaches.length > 0) await pause(200);
};
const touch = (episodeId: string) => createTouch(client)(episodeId);
const workflowOf = (episodeId: string) => client.workflow.getHandle(workflowIdOf(episodeId));

describe('a stack that nobody tampered with', () => {
  it('holds every invariant, and each was looked at', async () => {
    await upTo();
    await comesToHold(checks.I5);
    await comesToHold(checks.I10);
    for (const check of Object.values(checks)) {
      const finding = await check();
      expect(finding).toMatchObject({ breaches: [] });
      expect(finding.checked).toBeGreaterThan(0);
    }
  });
});

describe('I1', () => {
  const line = (more: Partial<LedgerLine>): LedgerLine => ({
    ...{ episodeId: ada, idempotencyKey: 'k', caller: 'spec', outcome: 'acked' },
    ...more,
  });
  const found = async (...lines: LedgerLine[]): Promise<string> => {
    const file = join(the.running.dir, 'accuser.jsonl');
    writeFileSync(file, lines.map((each) => JSON.stringify(each)).join('\n'));
    return breachesOf(() => acknowledgedOnce(the.stack, file));
  };

  it('names what was acknowledged and is not there, or is there with more than was said', async () => {
    const { events } = await the.stack.log.readStream(ada);
    const ids = events.map(({ id }) => id);
    expect(await found(line({ eventIds: ids }), line({ outcome: 'rejected' }), line({ outcome: 'unknown' }))).toBe('');
    expect(await found(line({ eventIds: [...ids, randomUUID()] }))).toContain('acknowledged and is not in the log');
    expect(await found(line({}))).toContain('acknowledged and is not in the log');
    const commandId = the.stack.privacy.requests.commandId({ caller: 'spec', idempotencyKey: 'k' });
    await the.whileChanged(
      ['log.event'],
      `UPDATE log.event SET command_id = '${commandId}' WHERE episode_id = '${ada}' AND version = 1`,
      async () => {
        expect(await found(line({ outcome: 'rejected' }))).toContain('was rejected and is in the log');
        expect(await found(line({ eventIds: [] }))).toContain('more than was acknowledged');
        expect(await found(line({}))).toBe('');
      },
    );
  });
});

describe('the log', () => {
  it('I2: names an event that was changed, and one taken out', async () => {
    const where = `WHERE episode_id = '${ada}' AND version = 2`;
    await the.whileChanged(['log.event'], `UPDATE log.event SET type = 'HoldReleased' ${where}`, async () =>
      expect(await breachesOf(checks.I2)).toContain(`${ada} at 2: changed`),
    );
    await the.whileChanged(['log.event'], `DELETE FROM log.event ${where}`, async () =>
      expect(await breachesOf(checks.I2)).toContain(`${ada} at 3: hole`),
    );
  });

  it.each([
    ['a place taken out', 'DELETE FROM log.position WHERE position = 3', '1 gaps'],
    [
      'places in another order',
      `UPDATE log.position SET position = CASE position WHEN 3 THEN -4 ELSE -3 END WHERE position IN (3, 4);
       UPDATE log.position SET position = -position WHERE position < 0`,
      'against the order of the log',
    ],
    [
      'an event that came in behind',
      `DELETE FROM log.position WHERE position = 3; UPDATE log.position SET position = -position WHERE position > 3;
       UPDATE log.position SET position = -position - 1 WHERE position < 0`,
      '1 events behind the last position',
    ],
  ])('I3: names %s', async (_, statement, breach) => {
    await the.whileChanged(['log.position'], statement, async () =>
      expect(await breachesOf(checks.I3)).toContain(breach),
    );
  });

  it('I3 and I4: name a journey that was taken out whole', async () => {
    const gone = ['event', 'stream'].map((table) => `DELETE FROM log.${table} WHERE episode_id = '${ben}'`).join(';');
    await the.whileChanged(['log.event', 'log.stream'], gone, async () => {
      expect(await breachesOf(checks.I2)).toBe(''); // each chain that is left is whole
      expect(await breachesOf(checks.I3)).toMatch(/^\d+ positions whose event is gone$/);
      expect(await breachesOf(checks.I4)).toContain('is on the topic and not in the log');
    });
  });
});

describe('I5', () => {
  it.each([
    ['a row that is wrong', 'board_row', () => `UPDATE read.board_row SET level = 'detox' WHERE episode_id = '${ada}'`],
    ['a row too few', 'decision', () => `DELETE FROM read.board_history WHERE episode_id = '${ada}'`],
    ['a row of nobody', 'specimen', () => `INSERT INTO read.specimen VALUES ('ghost', 'S-1', now(), '{}')`],
    ['a journey that is missing', 'journey', () => `DELETE FROM read.journey WHERE episode_id = '${ada}'`],
    ['a journey that is behind', 'journey', () => `UPDATE read.journey SET version = 1 WHERE episode_id = '${ada}'`],
  ])('names %s', async (_, table, statement) => {
    await the.whileChanged([`read.${table}`, 'read.board_history'], statement(), async () =>
      expect(await breachesOf(checks.I5)).toMatch(new RegExp(`${ada}|ghost`)),
    );
  });
});

describe('I6', () => {
  it('names a reader ahead of the topic, and one ahead of the log', async () => {
    const change = async (set: string, breach: RegExp) =>
      the.whileChanged(['read.offset'], `UPDATE read.offset SET ${set}`, async () =>
        expect(await breachesOf(checks.I6)).toMatch(breach),
      );
    await change('next = next + 1000', /ahead of the topic's end/);
    await change('position = position + 1000', /the log's last is/);
  });

  it('names a relay ahead of the log', async () => {
    await the.whileChanged(['log.checkpoint'], 'UPDATE log.checkpoint SET position = position + 5', async () =>
      expect(await breachesOf(checks.I6)).toContain("ahead of the log's last position"),
    );
  });
});

describe('I10', () => {
  afterEach(async () => {
    await touch(ada);
    await comesToHold(checks.I10);
  });

  it('names an open journey whose workflow is gone', async () => {
    await workflowOf(ada).terminate();
    await pause(0);
    while ((await breachesOf(checks.I10)) === '') await pause(100); // Temporal's list follows with a delay
    expect(await breachesOf(checks.I10)).toBe(`${ada} is open and has no workflow`);
  });

  it('names one that sleeps past what is due, and one of a journey that is over', async () => {
    const start = { taskQueue: 'where-nobody-works' };
    await workflowOf(ada).terminate();
    for (const id of [ada, over])
      await client.workflow.start(episodeOfCareType, {
        ...start,
        workflowId: workflowIdOf(id),
        args: [{ episodeId: id }],
      });
    while (!(await breachesOf(checks.I10)).includes(over)) await pause(100);
    const breaches = await breachesOf(checks.I10);
    expect(breaches).toMatch(new RegExp(`${ada} is due at .* and its workflow waits for a touch`));
    expect(breaches).toContain(`${over} is over and still has a workflow`);
    for (const id of [ada, over]) await workflowOf(id).terminate();
  });

  it('names an open journey that recover would pass over', async () => {
    await the.whileChanged(['log.stream'], `UPDATE log.stream SET over = true WHERE episode_id = '${ada}'`, async () =>
      expect(await breachesOf(checks.I10)).toBe(`${ada} is open and its head in the log says that it is over`),
    );
  });
});

describe('I21', () => {
  beforeAll(() => the.running.takeDown('worker'), 60_000);
  afterAll(async () => {
    await the.running.bringBack('worker');
    await comesToHold(checks.I21);
  }, 60_000);

  it('names a journey that waits for its run', async () => {
    const old = `UPDATE log.stream SET attention = now() - interval '1 min' WHERE episode_id = '${ada}'`;
    await the.whileChanged(['log.stream'], old, async () =>
      expect(await breachesOf(checks.I21)).toMatch(new RegExp(`${ada} has waited 6\\d\\.\\d s for its run`)),
    );
  });

  it('names a journey that is owed something of which no flag tells', async () => {
    const report = { specimenId: 'S-1', collectedAt: inDays(-1), reportedAt: inDays(0), status: 'final' } as const;
    const positive = { drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' } as const;
    const rest = {
      matrix: 'urine',
      validity: { finding: 'valid' },
      results: [positive],
      acknowledgedUse: false,
    } as const;
    const quiet = await the.opened();
    await the.record(quiet, 'ReleaseHold', { holdId: 'h1' }, 30_000);
    await the.record(quiet, 'RecordDrugTestResult', { ...report, ...rest }, 20_000);
    await the.whileChanged(['log.stream'], 'UPDATE log.stream SET attention = NULL', async () =>
      expect(await breachesOf(checks.I21)).toMatch(new RegExp(`${quiet} at version \\d+ is owed \\w+`)),
    );
  });
});

describe('I4', () => {
  const lastOf = async (episodeId: string): Promise<CareEvent> => {
    const event = (await the.stack.log.readStream(episodeId)).events.at(-1);
    if (event === undefined) throw new Error('no events');
    return event;
  };
  const send = (event: CareEvent, position: bigint, change: Partial<Message> = {}) =>
    messaging.send(careTopic, [
      { ...careMessage({ event, position }, { deployment: 'local', publicUrl: 'https://moved.example' }), ...change },
    ]);
  const positionOf = async ({ id }: CareEvent): Promise<bigint> => {
    const placed = await the.stack.log.readPlaced(0n, 10_000);
    return placed.find(({ event }) => event.id === id)?.position ?? 0n;
  };

  it('holds when a record came twice, and names it when it is not the same', async () => {
    await upTo();
    const event = await lastOf(ada);
    await send(event, await positionOf(event));
    expect(await breachesOf(checks.I4)).toBe('');
    await send(event, await positionOf(event), { value: Buffer.from('{"holdId":"h9"}') });
    expect(await breachesOf(checks.I4)).toBe(`${event.id} was sent twice with different content`);
  });

  it('names what is not in the log, has another key, comes out of order, or cannot be read', async () => {
    const event = await lastOf(ada);
    const foreign = { ...event, id: randomUUID(), version: event.version + 5 };
    await send(foreign, 1n, { key: ben });
    await send(event, 1n, { value: Buffer.from('no JSON') });
    const breaches = await breachesOf(checks.I4);
    expect(breaches).toContain(`${foreign.id} at 1 is on the topic and not in the log`);
    expect(breaches).toContain(`${foreign.id} has another key than its journey`);
    expect(breaches).toMatch(new RegExp(`${ada}: version \\d+ follows \\d+`)); // whichever partition was read first
    expect(breaches).toMatch(/The record at \d+\/\d+ is no care event/);
  });

  it('and I5 names the journey that such a record keeps from the board', async () => {
    await the.record(ada, 'ReleaseHold', { holdId: 'h1' });
    await upTo();
    expect(await breachesOf(checks.I5)).toMatch(new RegExp(`${ada} is at version \\d+ of \\d+, parked: NOT_`));
  });

  it('names what the log has and nobody sent, whether the relay is away or passed it over', async () => {
    await the.running.takeDown('relay');
    const [event] = await the.record(ben, 'ReleaseHold', { holdId: 'h1' });
    const away = await streamEqualsLog(the.stack, messaging, await settle(the.stack, messaging, 300));
    expect(away.breaches.join()).toMatch(/1 of the first \d+ places hold no event/);
    expect(await breachesOf(checks.I5)).toMatch(new RegExp(`${ben} is at version \\d+ of \\d+`));

    await the.force(`UPDATE log.checkpoint SET position = position + 1 WHERE processor LIKE '${careTopic}@%'`);
    expect(await breachesOf(checks.I6)).toContain("ahead of the log's last position");
    await the.running.bringBack('relay');
    while ((await the.stack.log.lastPosition()) < (await publishedUpTo(the.stack, messaging))) await pause(50);
    expect(await breachesOf(checks.I4)).toMatch(new RegExp(`${event?.id} at \\d+ is not on the topic`));
    expect(await breachesOf(checks.I5)).toContain(ben);
  }, 120_000);
});
