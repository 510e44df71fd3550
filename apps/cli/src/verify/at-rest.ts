import { advance, evolve, fromMs, notOpened, toMs, type Journey } from '@stepway/pathway';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/** A journey may owe something for as long as a run takes; longer, and the run was lost. */
const allowedLagMs = 5_000;

/** I21: at rest nothing is owed: the rules have nothing to add to any journey, and no flag waits for a run. */
export async function nothingOwed({ log, programmes }: Stack): Promise<Finding> {
  const now = fromMs(Date.now() - allowedLagMs);
  const breaches: string[] = [];
  let checked = 0;
  for await (const events of log.readJourneys()) {
    const [first] = events;
    if (first === undefined) continue;
    checked += 1;
    const journey = events.reduce<Journey>(evolve, notOpened(first.episodeId));
    if (journey.status === 'not-opened') continue;
    if (toMs(journey.recordedAt) > toMs(now)) continue;
    const owed = advance(journey, programmes.contextFor(journey, now));
    const [next] = owed;
    if (next !== undefined) breaches.push(`${journey.episodeId} at version ${journey.version} is owed ${next.type}`);
  }
  for (const { episodeId, ageMs } of await log.awaitingRun(allowedLagMs, 1_000))
    breaches.push(`${episodeId} has waited ${(ageMs / 1000).toFixed(1)} s for its run`);
  return finding('I21', 'At rest nothing is owed', checked, breaches);
}
