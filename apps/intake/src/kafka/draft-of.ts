import { commandBodies, Uuid } from '@stepway/contracts';
import type { DeadReason } from '@stepway/contracts/names';
import { readClinicalMessage, type ClinicalEvent, type ReceivedMessage } from '@stepway/messaging';

/** A record that can be stored: what it says, as the reader of drafts takes it. */
export interface ClinicalDraft {
  readonly event: ClinicalEvent;
  readonly body: Buffer;
}

/** What a record says, or why it never will say anything: such a record is a dead letter. */
export function draftOf(record: ReceivedMessage): ClinicalDraft | DeadReason {
  const event = readClinicalMessage(record);
  if (typeof event === 'string') return event;
  const { command, personKey, source, data } = event;
  if (!commandBodies[command].safeParse(data).success) return 'data-not-the-schema';
  const person = {
    ...(Uuid.safeParse(personKey).success && { patientId: personKey }),
    numbers: [{ system: source, value: personKey }],
  };
  return { event, body: Buffer.from(JSON.stringify({ person, type: command, body: data })) };
}
