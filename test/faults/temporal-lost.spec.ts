import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startStack, type Stack } from '@stepway/test-support';
import { Clinic } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';

let stack: Stack;
let clinic: Clinic;

beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

describe('when all data of Temporal is lost', () => {
  it('recover gives every open journey its workflow again from the log, and a later fact still moves the person', async () => {
    const episodes = await Promise.all(Array.from({ length: 20 }, () => clinic.admitted('iop')));
    await stack.takeDown('temporal');
    rmSync(join(stack.dir, 'temporal'), { recursive: true });
    await stack.bringBack('temporal');

    const { stdout } = await until('recover has run', async () => {
      try {
        return await stack.stepway('--json', 'recover');
      } catch {
        return undefined; // Temporal may still be starting
      }
    });
    expect(JSON.parse(stdout)).toMatchObject({ open: episodes.length });
    const findings = await stack.stepway('--json', 'verify', '--settle', '60');
    const broken = (JSON.parse(findings.stdout) as { breaches: string[] }[]).filter(
      ({ breaches }) => breaches.length > 0,
    );
    expect(broken).toEqual([]);

    const [episodeId = ''] = episodes;
    await clinic.drugTest(episodeId, 'positive');
    await until('the person moves', async () => {
      const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
      return body['transition'] !== null;
    });
  }, 240_000);
});
