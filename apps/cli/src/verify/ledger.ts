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
  /** Of an acknowledged command: the ids of the events in the answer. */
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
    const found = await log.findCommand(episodeId, commandId);
    const recorded = found?.events.map(({ id }) => id) ?? [];
    if (outcome === 'acked' && (eventIds ?? []).some((id) => !recorded.includes(id)))
      breaches.push(`${commandId} of ${episodeId} was acknowledged and is not in the log`);
    if (outcome === 'rejected' && recorded.length > 0)
      breaches.push(`${commandId} of ${episodeId} was rejected and is in the log`);
    if (new Set(recorded).size !== recorded.length) breaches.push(`${commandId} of ${episodeId} is there twice`);
  }
  return finding('I1', 'Acknowledged: exactly once in the log', checked, breaches);
}
