import { startStack, type ProcessName, type Stack } from '@stepway/test-support';
import { Clinic } from '../clinic/clinic.ts';

/** Commands of a trial, and trials of each fault: `STEPWAY_SOAK=10 npm test -- test/faults` for a long run. */
const commands = 200;
const trials = Number(process.env['STEPWAY_SOAK'] ?? 1);
const people = 25;
const atOnce = 8;

const programs: readonly ProcessName[] = ['worker', 'relay', 'projector', 'api', 'temporal', 'kafka', 'postgres'];

let stack: Stack;
let clinic: Clinic;
let episodes: readonly string[];

beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
  episodes = await Promise.all(Array.from({ length: people }, () => clinic.admitted('iop')));
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

/** Sends `commands` commands, a few at a time; `midway` runs when a third of them are answered. */
async function underLoad(midway: () => Promise<void>): Promise<readonly (number | 'unknown')[]> {
  const statuses: (number | 'unknown')[] = [];
  let sent = 0;
  let fault: Promise<void> | undefined;
  const send = async (): Promise<void> => {
    while (sent < commands) {
      const turn = sent++;
      const episodeId = episodes[turn % people] ?? '';
      const answer =
        turn % 10 === 0
          ? await clinic.drugTest(episodeId, 'positive')
          : turn % 3 === 0
            ? await clinic.drugTest(episodeId, 'negative')
            : await clinic.session(episodeId);
      statuses.push(answer.status);
      if (statuses.length === Math.floor(commands / 3)) fault = midway();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  await fault;
  return statuses;
}

describe(`while ${commands} commands run`, () => {
  it.each(programs.flatMap((name) => Array.from({ length: trials }, (_, trial) => ({ name, trial: trial + 1 }))))(
    'kill -9 of $name loses nothing, doubles nothing, and every invariant holds (trial $trial)',
    async ({ name }) => {
      const statuses = await underLoad(() => stack.crash(name));
      expect(statuses).toHaveLength(commands);
      expect(new Set(statuses)).toEqual(new Set([200]));

      const { stdout } = await stack.stepway('--json', 'verify', '--ledger', clinic.ledger, '--settle', '60');
      const findings: { invariant: string; checked: number; breaches: string[] }[] = JSON.parse(stdout);
      expect(findings.flatMap(({ invariant, breaches }) => breaches.map((breach) => `${invariant} ${breach}`))).toEqual(
        [],
      );
      expect(findings.map(({ invariant }) => invariant)).toEqual([
        'I1',
        'I2',
        'I3',
        'I4',
        'I5',
        'I6',
        'I10',
        'I13',
        'I21',
      ]);
      for (const { checked } of findings) expect(checked).toBeGreaterThan(0);
    },
    180_000,
  );
});
