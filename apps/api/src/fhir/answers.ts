import type { MessageStatus } from '@stepway/inbox';
import { fhirBase } from './as-fhir.ts';
import { outcome, type OperationOutcome } from './outcome.ts';
import type { StoredPart } from './receive.ts';

export const placeOfMessage = (messageId: string): string => `${fhirBase}/received/${messageId}`;

const stored = outcome(
  'information',
  'informational',
  'It is stored. What it says is recorded as soon as it is taken.',
);
const reused = outcome(
  'warning',
  'duplicate',
  'The same number came before with another content. Both are kept: somebody will look at them.',
);
const leftAside = outcome('information', 'informational', 'Nothing of this entry is read here.');

/** The same for what came before: who sends again learns only that it is safe. */
export const outcomeFor = (parts: readonly Pick<StoredPart, 'outcome'>[]): OperationOutcome =>
  parts.some((part) => part.outcome === 'id-reused') ? reused : stored;

/** An entry for each entry of the transaction, in its order. */
export function transactionResponse(entries: number, parts: readonly StoredPart[]) {
  return {
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: Array.from({ length: entries }, (_, place) => {
      const part = parts.find(({ places }) => places.has(place));
      const response =
        part === undefined
          ? { status: '202 Accepted', outcome: leftAside }
          : { status: '202 Accepted', location: placeOfMessage(part.messageId), outcome: outcomeFor([part]) };
      return { response };
    }),
  };
}

const readers: readonly (string | null)[] = ['not-readable', 'not-supported', 'nothing-in-it'];

/**
 * What a sender is told of its message: that it is stored, and whether its words could be read. Never what became of it:
 * whether somebody is known here is itself protected (42 CFR 2.13), and a result must not ask for it.
 */
export function outcomeOfStatus({ reason }: Pick<MessageStatus, 'reason'>): OperationOutcome {
  if (reason === 'id-reused') return reused;
  return readers.includes(reason)
    ? outcome('warning', 'incomplete', 'It is stored. There is nothing in it that can be read here.')
    : stored;
}
