import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CareEvent } from '@stepway/pathway';

export interface SimulatedLogs {
  readonly journeys: readonly (readonly CareEvent[])[];
  /** Days of one person's care that were lived in a second. */
  readonly patientDaysPerSecond: number;
}

/** What `stepway simulate` writes down: the logs of people who live through the standard programme in memory. */
export function simulatedLogs(people: number, days: number): SimulatedLogs {
  const folder = mkdtempSync(join(tmpdir(), 'stepway-simulated-'));
  try {
    const file = join(folder, 'events.ndjson');
    const begun = performance.now();
    const asked = ['simulate', '--patients', String(people), '--days', String(days), '--out', file];
    execFileSync(process.execPath, ['apps/cli/dist/main.js', ...asked], { stdio: 'ignore' });
    const patientDaysPerSecond = (people * days * 1_000) / (performance.now() - begun);
    const events = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line): CareEvent[] => (line === '' ? [] : [JSON.parse(line)]));
    return { journeys: [...Map.groupBy(events, ({ episodeId }) => episodeId).values()], patientDaysPerSecond };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
