import { eventId } from '@stepway/event-log';
import { advance, fromMs, toMs } from '@stepway/pathway';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';
import { foldedJourneys } from './folded.ts';

/** A journey may owe something for as long as a run takes; longer, and the run was lost. */
const allowedLagMs = 5_000;

/** I21: at rest nothing is owed: the rules have nothing to add to any journey, and no flag waits for a run. */
export async function nothingOwed(stack: Stack): Promise<Finding> {
  const { log, programmes } = stack;
  const now = fromMs(Date.now() - allowedLagMs);
  const breaches: string[] = [];
  let checked = 0;
  for await (const journey of foldedJourneys(stack)) {
    checked += 1;
    if (toMs(journey.recordedAt) > toMs(now)) continue;
    const { episodeId, version } = journey;
    // Ids as a run would give them: what is owed may speak of its own events.
    const id = (index: number): string => eventId(episodeId, `run:${version}`, index);
    const [next] = advance(journey, programmes.contextFor(journey, now, id));
    if (next !== undefined) breaches.push(`${episodeId} at version ${version} is owed ${next.type}`);
  }
  for (const { episodeId, ageMs } of await log.awaitingRun(allowedLagMs, 1_000))
    breaches.push(`${episodeId} has waited ${(ageMs / 1000).toFixed(1)} s for its run`);
  return finding('I21', 'At rest nothing is owed', checked, breaches);
}
