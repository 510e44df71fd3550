import { setTimeout as wait } from 'node:timers/promises';
import { StepwayProblem } from '@stepway/client';
import { fromMs } from '@stepway/pathway';
import { readConfiguration, readKeys } from '@stepway/platform';
import type { EpisodeListItem } from '@stepway/contracts';
import { chance, type Chance } from '../chance.ts';
import { signToken } from '../sign-token.ts';
import { nextAct } from '../traffic/acts.ts';
import { ClinicClient } from '../traffic/clinic-client.ts';

const refreshMs = 20_000;

export interface TrafficOptions {
  /** Commands a minute. */
  readonly rate: number;
  readonly signal: AbortSignal;
}

/** Keeps a simulated clinic busy through the public API until it is told to stop. What is refused is said and left. */
export async function traffic({ rate, signal }: TrafficOptions): Promise<void> {
  const configuration = readConfiguration(process.env);
  const keys = readKeys(configuration.keysFile);
  const token = await signToken(keys, { issuer: configuration.issuer, role: 'medical-director', hours: 24 * 30 });
  const clinic = new ClinicClient(`http://127.0.0.1:${configuration.httpPort}`, token);
  const draw = chance('traffic', Date.now());
  let rows: readonly EpisodeListItem[] = [];
  let readAt = 0;

  while (!signal.aborted) {
    let pauseMs = 60_000 / rate;
    try {
      if (Date.now() - readAt > refreshMs) {
        rows = await clinic.activeEpisodes();
        readAt = Date.now();
      }
      const sent = await act(clinic, rows, draw);
      if (sent !== undefined) process.stderr.write(`sent ${sent}\n`);
      else pauseMs = 0;
    } catch (error) {
      // The stack may be starting, or a part of it down: that is the weather a clinic works in.
      process.stderr.write(`not taken: ${error instanceof Error ? error.message : 'unknown'}\n`);
      if (error instanceof StepwayProblem && error.status === 409) readAt = 0;
      pauseMs = Math.max(pauseMs, error instanceof StepwayProblem ? Math.max(error.retryAfterMs, 1_000) : 2_000);
    }
    await wait(pauseMs + 1, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

async function act(clinic: ClinicClient, rows: readonly EpisodeListItem[], draw: Chance): Promise<string | undefined> {
  const next = nextAct(draw);
  // Who is between two levels is met more often than others.
  const between = rows.filter(({ transition }) => transition !== null);
  const among = between.length > 0 && draw.happens(15) ? between : rows;
  const row = among[draw.int(0, among.length - 1)];
  return row === undefined ? undefined : next(clinic, row, draw, fromMs(Date.now()));
}
