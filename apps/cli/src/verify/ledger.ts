import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/** What a sender of commands wrote down itself, one JSON line each: outside the system, so that it can accuse it. */
export const LedgerLine = z.object({
  episodeId: z.string(),
  idempotencyKey: z.string(),
  /** Who sent it: the subject of the token. */
  caller: z.string(),
  outcome: z.enum(['acked', 'rejected', 'unknown']),
  /** Of an acknowledged command: the ids of the events in the answer, with those of the run that it waited for. */
  eventIds: z.array(z.string()).optional(),
});
export type LedgerLine = z.output<typeof LedgerLine>;

/** I1: what was acknowledged is in the log exactly once; what was rejected is not; what is unknown is, once, or not. */
export async function acknowledgedOnce({ log, privacy }: Stack, file: string): Promise<Finding> {
  const breaches: string[] = [];
  let checked = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    if (text.trim() === '') continue;
    const { episodeId, idempotencyKey, caller, outcome, eventIds } = LedgerLine.parse(JSON.parse(text));
    checked += 1;
    const commandId = privacy.requests.commandId({ caller, idempotencyKey });
    const { events } = await log.readStream(episodeId);
    const recorded = events.filter((event) => event.commandId === commandId).map(({ id }) => id);
    const say = (what: string) => breaches.push(`${commandId} of ${episodeId} ${what}`);
    if (outcome === 'rejected' && recorded.length > 0) say('was rejected and is in the log');
    if (outcome !== 'acked') continue;
    const logged = new Set(events.map(({ id }) => id));
    const lost = eventIds === undefined ? recorded.length === 0 : eventIds.some((id) => !logged.has(id));
    if (lost) say('was acknowledged and is not in the log');
    if (eventIds !== undefined && recorded.some((id) => !eventIds.includes(id)))
      say('is in the log with more than was acknowledged');
  }
  return finding('I1', 'Acknowledged: exactly once in the log', checked, breaches);
}
