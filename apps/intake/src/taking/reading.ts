import type { ClinicalMessage } from '@stepway/clinical-codes';
import type { QuarantineReason, Sender } from '@stepway/contracts';

/** What a reader makes of a message: what it says, or why it cannot be read at all. */
export type Reading =
  | { readonly read: true; readonly message: ClinicalMessage }
  | { readonly read: false; readonly reason: Extract<QuarantineReason, `no${string}` | 'merge'> };

export type Reader = (body: Buffer, sender: Sender) => Reading;
