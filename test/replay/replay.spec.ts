import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { workflowIdOf } from '@stepway/contracts/names';
import { createDataConverter } from '@stepway/platform';
import { DefaultLogger, Runtime, Worker, type ReplayResult } from '@temporalio/worker';
import { replayKeys } from './replay-keys.ts';
import { workflowCode } from './workflow-code.ts';

Runtime.install({
  logger: new DefaultLogger('ERROR', () => {}), // a planted mistake is loud
  telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
});

const folder = join(import.meta.dirname, 'histories');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
const histories = files.map((file) => ({
  workflowId: workflowIdOf(relative(folder, join(folder, file))),
  history: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
}));

let code: string;
beforeAll(async () => {
  code = await workflowCode();
});

/** Everything that went wrong, by history. It yields errors instead of throwing them: each must be looked at. */
async function errorsOf(workflow: string): Promise<readonly string[]> {
  const options = { workflowBundle: { code: workflow }, dataConverter: createDataConverter(replayKeys) };
  const errors: string[] = [];
  let replayed = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(
    options,
    histories,
  ) as AsyncIterable<ReplayResult>) {
    replayed += 1;
    if (error !== undefined) errors.push(`${workflowId}: ${error.name}`);
  }
  expect(replayed).toBe(histories.length);
  return errors;
}

describe('every history recorded since the first version', () => {
  it('is replayed by the workflow code of today', async () => {
    expect(histories.length).toBeGreaterThanOrEqual(13);
    expect(await errorsOf(code)).toEqual([]);
  });

  it('holds no plain word of its journey, and nobody who recorded it', () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).not.toMatch(/database is away|"identity": "(?!recorder")/);
    }
  });
});

const ofTemporal = '(0,_temporalio_workflow__WEBPACK_IMPORTED_MODULE_1__.';

/** Changes to the workflow code that a running journey would not survive. The text must stand there exactly once. */
const mistakes: readonly (readonly [string, RegExp, string])[] = [
  ['does not show what it waits for', /\(0,\w{1,60}\.showWaiting\)\(rest\);/, ';'],
  ['shows it also when nothing changed', /if \(\(\(_shown_get = [^;]*return;/, ''],
  ['sleeps before it looks', /const rest = await/, `await ${ofTemporal}sleep)(1); const rest = await`],
  ['asks for no timer where one is needed', /condition\)\(\(\)\s*=>\s*touched, [^;]*;/, 'condition)(()=>touched);'],
  ['rolls over earlier', /eventsPerRun = 300/, 'eventsPerRun = 50'],
  ['never rolls over', /return historyLength >= eventsPerRun[^;]*;/, 'return false;'],
  ['runs by an activity that is not local', /proxyLocalActivities\)\(/, 'proxyActivities)('],
  ['runs twice', /const rest = await (journeys\.advance\([^;]*\));/, 'await $1; const rest = await $1;'],
  ['calls its activity by another name', /journeys\.advance\(/, 'journeys.run('],
  ['does not listen', /touched = true;/, ''],
  ['ends when nothing is due', /if \(rest\.over && !touched\)/, 'if (rest.due === undefined)'],
  ['never ends', /if \(rest\.over && !touched\)/, 'if (false)'],
];

describe('workflow code with a mistake in it', () => {
  it.each(mistakes)('is caught: %s', async (_, place, instead) => {
    expect(code.match(new RegExp(place, 'g'))).toHaveLength(1);
    expect(await errorsOf(code.replace(place, instead))).not.toEqual([]);
  });
});
