import type { InboxChannel } from '@stepway/contracts';
import { readDraft } from './read-draft.ts';
import { readFhir } from './read-fhir.ts';
import { readHl7 } from './read-hl7.ts';
import type { Reader } from './reading.ts';

/** One reader for each way by which messages come in. */
export const readers: Readonly<Record<InboxChannel, Reader>> = {
  kafka: readDraft,
  fhir: readFhir,
  hl7v2: readHl7,
};
