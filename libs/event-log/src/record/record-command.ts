import type { EventLog } from '../event-log.ts';
import type { AppendRequest } from '../stream/append.ts';
import { type HeldJourney, appendedTo } from './held-journeys.ts';
import { outlook } from './outlook.ts';
import { presentOf } from './present.ts';
import {
  type Judged,
  type NotRecorded,
  type RecordRequest,
  type RecordResult,
  claimedByAnother,
  claimsOf,
  judge,
} from './record.ts';
import { Contended, type Tools, maxConflicts } from './tools.ts';

/** Folds, decides and appends; decides again, in place, where another writer was first. */
export async function recordCommand(tools: Tools, request: RecordRequest): Promise<RecordResult> {
  const { journeys, contextFor, log } = tools;
  let held = await journeys.held(request.episodeId);
  let newest = false;
  for (let conflicts = 0; conflicts < maxConflicts;) {
    const present = { ...request, now: presentOf(held.journey, request.now) };
    const judged = judge(held, present, contextFor);
    if (judged.kind === 'known') return repeated(log, request, judged.sameContent);
    if (judged.kind === 'answer' && newest) return judged.answer;
    if (judged.kind === 'accepted') {
      const result = await append(tools, held, present, judged);
      if (result !== undefined) return result;
      conflicts += 1;
      tools.onConflict?.();
    }
    // An acceptance is checked by the append itself; any other answer must stand on the newest state.
    held = await journeys.current(request.episodeId);
    newest = true;
  }
  throw new Contended(request.episodeId);
}

/** The answer to a command whose id the journey knows. */
export async function repeated(
  log: EventLog,
  { episodeId, command }: RecordRequest,
  sameContent: boolean,
): Promise<NotRecorded> {
  if (!sameContent) return { outcome: 'command-reused' };
  const events = (await log.findCommand(episodeId, command.commandId))?.events ?? [];
  return { outcome: 'repeated', version: events.at(-1)?.version ?? 0, events };
}

/** Undefined if another writer was first. */
async function append(
  { log, journeys, contextFor }: Tools,
  held: HeldJourney,
  { command, commandHash, episodeId, now, traceparent }: RecordRequest,
  { events, journey }: Extract<Judged, { kind: 'accepted' }>,
): Promise<RecordResult | undefined> {
  const { attention, over } = outlook(held.journey, journey, now, contextFor);
  const { actor, commandId } = command;
  const base = { episodeId, commandId, commandHash, actor, recordedAt: now, expected: held.head, events, over };
  const request: AppendRequest = {
    ...base,
    ...claimsOf(held.journey, events),
    ...(attention ? { attention: 'set' } : {}),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
  const result = await log.append(request);
  switch (result.outcome) {
    case 'appended':
      journeys.keep(appendedTo(held, journey, result.head, request));
      return { outcome: 'recorded', version: journey.version, events, attention, journey };
    case 'repeated':
      return { outcome: 'repeated', version: result.events.at(-1)?.version ?? 0, events: result.events };
    case 'command-reused':
      return { outcome: 'command-reused' };
    case 'claimed':
      return claimedByAnother(result.claim);
    case 'conflict':
      return undefined;
  }
}
