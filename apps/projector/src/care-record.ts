import { Actor, storedEventData } from '@stepway/contracts';
import { NotACareEvent, readCareMessage, type RawCareEvent, type ReceivedMessage } from '@stepway/messaging';
import type { CareEvent } from '@stepway/pathway';
import type { Incoming } from '@stepway/read-models';

/** A record of the care topic by its contract, and its place in the whole log. */
export interface CareRecord {
  readonly incoming: Incoming;
  /** 0 where the record does not say. */
  readonly position: bigint;
}

/**
 * Parses a record. One that is no care event, or not by its contract, is unreadable, under the key of its journey; why
 * is said as a code, for a text could quote the record.
 */
export function careRecord(message: ReceivedMessage): CareRecord {
  const episodeId = message.key ?? message.headers['ce_subject'] ?? 'no-key';
  const { offset } = message;
  try {
    const { event, position } = readCareMessage(message);
    const parsed = parse(event);
    const content =
      parsed !== undefined && parsed.episodeId === episodeId
        ? { event: parsed }
        : { unreadable: { reason: 'NOT_BY_CONTRACT', eventId: event.id, version: wholeNumber(event.version) } };
    return { incoming: { offset, episodeId, content }, position };
  } catch (error) {
    if (!(error instanceof NotACareEvent || error instanceof SyntaxError)) throw error;
    const unreadable = { reason: 'NOT_A_CARE_EVENT', eventId: message.headers['ce_id'] ?? null, version: null };
    return { incoming: { offset, episodeId, content: { unreadable } }, position: 0n };
  }
}

function parse(raw: RawCareEvent): CareEvent | undefined {
  const actor = Actor.safeParse(raw.actor);
  const data = storedEventData(raw.type, raw.data);
  if (!actor.success || data === undefined || wholeNumber(raw.version) === null) return undefined;
  // The data were chosen by the type, so that both belong together.
  return { ...raw, actor: actor.data, data } as CareEvent;
}

const wholeNumber = (version: number): number | null => (Number.isSafeInteger(version) && version > 0 ? version : null);
